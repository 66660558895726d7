import { isDeepStrictEqual } from 'node:util'
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { type ServiceArtifact, sha256Of } from '../build/artifact.ts'
import { costTold, monthlyCost } from '../cost/monthly-cost.ts'
import { ARTIFACTS_STACK } from '../stacks/artifacts-stack.ts'
import { nameOf } from '../stacks/deployment.ts'
import type { Artifacts } from './artifacts.ts'
import { driftOf } from './drift.ts'
import { planned, type Step, toldOf } from './plan.ts'
import { secretOf } from './secret.ts'
import { ShipProblem } from './ship-problem.ts'
import { applied, outputsOf, runningTemplate, stacksOf } from './stacks-on-aws.ts'
import { refuseUnknown } from './unknown-code.ts'
import type { Services, Versions } from './versions.ts'

export type Shipping = {
  readonly environment: string
  /** So many the costs of a month are told for. */
  readonly people: number
  readonly cloudFormation: CloudFormationClient
  readonly ssm: SSMClient
  readonly artifacts: Artifacts
  readonly tell: (line: string) => void
  /** Asked once all that would change has been told. */
  readonly agrees: () => Promise<boolean>
  /** Whatever runs is shipped over, though nobody here knows it. */
  readonly over: boolean
  /** All calls reach new versions at once, also where data is kept. */
  readonly atOnce: boolean
}

/** What runs now. `url`: where people find it. */
export type Shipped = { readonly url: string | undefined; readonly services: readonly ServiceArtifact[] }

/**
 * Brings an environment to what is wanted. Undefined: whoever was asked said no. Cut short anywhere and called again, it goes on from
 * there: every step looks at what runs.
 */
export const ship = async (
  shipping: Shipping,
  { keepsData, expires, services: running }: Pick<Versions, 'keepsData' | 'expires' | 'services'>,
  wanted: Services,
): Promise<Shipped | undefined> => {
  const { cloudFormation, artifacts, environment, people, tell, agrees, over, atOnce } = shipping
  const of = (names: Services) => Promise.all(Object.values(names).map((sha256) => artifacts.service(sha256)))
  const [before, services] = [await of(running), await of(wanted)]
  const demo = expires !== undefined
  const { steps, idle } = await planned(cloudFormation, { environment, keepsData, demo, atOnce, services })
  for (const line of toldOf(steps)) tell(line)
  if (!over) refuseUnknown(environment, steps, [...before, ...services])
  const drift = await driftOf(cloudFormation, await stacksOf(cloudFormation, environment))
  if (drift.length > 0) tell('changed beside the stacks, which a ship leaves as it is')
  for (const line of drift) tell(`  ${line}`)
  if (keepsData && !atOnce && steps.some(({ running, difference }) => running && difference.code.length > 0))
    tell('Within ten minutes calls move to the new versions, and back if an alarm sounds. At once: --at-once.')
  const ran = before.length > 0 ? { ...monthlyCost(before, people), alarms: idle.running } : undefined
  for (const line of costTold(ran, { ...monthlyCost(services, people), alarms: idle.wanted }, people)) tell(line)
  if (steps.length === 0) tell(`${environment} runs this already.`)
  else if (!(await agrees())) return undefined

  await apply(shipping, steps, Object.values(wanted))
  const { Url: url } = await outputsOf(cloudFormation, nameOf({ environment }, 'web'))
  return { url, services }
}

/** The bucket of artifacts first, and all that is in it before anything runs or is shown from there. */
export const apply = async (shipping: Shipping, steps: readonly Step[], names: readonly string[]): Promise<void> => {
  const { artifacts, environment, ssm } = shipping
  for (const step of steps) if (step.name === ARTIFACTS_STACK) await applyStep(shipping, step, {})
  for (const sha256 of names) await artifacts.upload(sha256)
  const Secret = await secretOf(ssm, environment)
  for (const step of steps)
    if (step.name !== ARTIFACTS_STACK) await applyStep(shipping, step, 'Parameters' in step.template ? { Secret } : {})
}

/** CloudFormation takes this much by itself, and more from a bucket. */
const BODY_MAX = 51_200

const applyStep = async (
  { cloudFormation, artifacts, tell }: Shipping,
  { name, template, running }: Step,
  parameters: Readonly<Record<string, string>>,
): Promise<void> => {
  tell(`${name} ...`)
  if (!isDeepStrictEqual(await runningTemplate(cloudFormation, name), running))
    throw new ShipProblem(`${name} has changed since its difference was shown: somebody else is shipping. Start again.`)
  const text = JSON.stringify(template)
  const source =
    text.length > BODY_MAX
      ? { TemplateURL: await artifacts.put(`templates/${sha256Of(text)}.json`, text) }
      : { TemplateBody: text }
  await applied(cloudFormation, name, source, parameters)
}
