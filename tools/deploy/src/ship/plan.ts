import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { idleCosts, idleDollars } from '../checks/idle-costs.ts'
import type { Template } from '../checks/template.ts'
import { gate } from '../gate/gate.ts'
import { appOf } from '../stacks/app.ts'
import type { Deployment } from '../stacks/deployment.ts'
import { type Difference, differenceOf, isEmpty } from './difference.ts'
import { ShipProblem } from './ship-problem.ts'
import { runningTemplate } from './stacks-on-aws.ts'

/** A stack that is to be applied. `running`: as it is now, if it is there. */
export type Step = {
  readonly name: string
  readonly template: Template
  readonly running: Template | undefined
  readonly difference: Difference
}

export type Plan = {
  /** Stack by stack, in the order in which it is done. */
  readonly steps: readonly Step[]
  /** What a month costs while nothing happens, in US dollars: as it runs now, and as it is wanted. */
  readonly idle: { readonly running: number; readonly wanted: number }
}

/** What would be done to an environment. What does not fit together, or costs while idle, is not let in. */
export const planned = async (client: CloudFormationClient, deployment: Deployment): Promise<Plan> => {
  const misfits = gate(deployment.services)
  if (misfits.length > 0)
    throw new ShipProblem(['These services do not fit together:', ...misfits.map((each) => `  ${each}`)].join('\n'))
  const { stacks } = appOf(deployment).synth()
  const steps: Step[] = []
  const idle = { running: 0, wanted: 0 }
  for (const { stackName: name, template } of stacks.toSorted((a, b) => orderOf(a.stackName) - orderOf(b.stackName))) {
    const troubles = idleCosts(template as Template)
    if (troubles.length > 0) throw new ShipProblem([`${name}:`, ...troubles.map((each) => `  ${each}`)].join('\n'))
    const running = await runningTemplate(client, name)
    idle.running += running ? idleDollars(running) : 0
    idle.wanted += idleDollars(template as Template)
    const difference = differenceOf(running, template as Template)
    if (!isEmpty(difference)) steps.push({ name, template: template as Template, running, difference })
  }
  return { steps, idle }
}

/** What others need comes first: where zips lie, the bus, then services, whose functions the APIs call. */
const FIRST = [/-artifacts$/, /-bus$/]
const LAST = [/-http$/, /-graph$/, /-web$/]

export const orderOf = (name: string): number => {
  const [first, last] = [FIRST, LAST].map((patterns) => patterns.findIndex((pattern) => pattern.test(name)))
  if (first !== undefined && first >= 0) return first
  return last !== undefined && last >= 0 ? FIRST.length + 1 + last : FIRST.length
}

/** For a person who decides: what changes in each stack. */
export const toldOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap(({ name, difference: { code, infrastructure, rights } }) => [
    name,
    ...section('code', code),
    ...section('infrastructure', infrastructure),
    ...section('rights', rights),
  ])

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)]
