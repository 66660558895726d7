import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { idleCosts } from '../checks/idle-costs.ts'
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

/** What would be done to an environment, stack by stack, in the order in which it is done. What does not fit together, or costs while idle, is not let in. */
export const planned = async (client: CloudFormationClient, deployment: Deployment): Promise<readonly Step[]> => {
  const misfits = gate(deployment.services)
  if (misfits.length > 0)
    throw new ShipProblem(['These services do not fit together:', ...misfits.map((each) => `  ${each}`)].join('\n'))
  const { stacks } = appOf(deployment).synth()
  const steps: Step[] = []
  for (const { stackName: name, template } of stacks.toSorted((a, b) => orderOf(a.stackName) - orderOf(b.stackName))) {
    const troubles = idleCosts(template as Template)
    if (troubles.length > 0) throw new ShipProblem([`${name}:`, ...troubles.map((each) => `  ${each}`)].join('\n'))
    const running = await runningTemplate(client, name)
    const difference = differenceOf(running, template as Template)
    if (!isEmpty(difference)) steps.push({ name, template: template as Template, running, difference })
  }
  return steps
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
