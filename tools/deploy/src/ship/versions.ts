import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { isEnvironment, REGION } from '../stacks/deployment.ts'
import { ShipProblem } from './ship-problem.ts'

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'the SHA-256 of a service as it was built, 64 hex digits'))
const instant = v.pipe(v.string(), v.isoTimestamp('an instant such as 2027-01-01T08:30:00Z'))
const services = v.record(v.string(), sha256)

const environment = v.strictObject({
  /** Of AWS. */
  region: v.pipe(v.string(), v.regex(REGION, 'a region such as eu-west-1')),
  /** Data outlives the stacks. */
  keepsData: v.boolean(),
  /** The last day of an environment that is somebody's own: it has the demo company, and is removed after that day. */
  expires: v.optional(v.pipe(v.string(), v.isoDate('a date such as 2027-01-01'))),
  /** What runs: the artifact of each service. */
  services,
  /** What ran before, newest first. */
  before: v.array(v.strictObject({ services, until: instant })),
})
const schema = v.pipe(
  environment,
  v.check(({ keepsData, expires }) => !(keepsData && expires), 'what has a last day cannot keep its data'),
)

/** `deploy/<environment>.json`: the only truth about what an environment runs. Changed by `pnpm ship`, and reviewed like code. */
export type Versions = v.InferOutput<typeof schema>
export type Services = Versions['services']

/** So many steps back are remembered. */
const BEFORE_MAX = 10

const fileOf = (folder: string, environment: string): string => join(folder, `${environment}.json`)

/** Undefined: there is no such environment yet. A file that is wrong is refused with everything that is wrong in it. */
export const readVersions = async (folder: string, environment: string): Promise<Versions | undefined> => {
  if (!isEnvironment(environment))
    throw new ShipProblem(
      `An environment is 2 to 16 small letters and digits, such as prod or ana; not "${environment}".`,
    )
  const file = fileOf(folder, environment)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const parsed = v.safeParse(schema, fromJson(file, text))
  if (parsed.success) return parsed.output
  const troubles = parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  throw new ShipProblem([`${file} is not what it should be:`, ...troubles].join('\n'))
}

const fromJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new ShipProblem(`${file} is not JSON. Take it from the repository’s history.`)
  }
}

export const writeVersions = async (folder: string, environment: string, versions: Versions): Promise<void> =>
  writeFile(fileOf(folder, environment), `${JSON.stringify(versions, undefined, 2)}\n`)

/** What ran until now is remembered, unless it is the same. */
export const moved = (versions: Versions, to: Services, now: string): Versions => {
  const { services, before } = versions
  if (isDeepStrictEqual(services, to)) return versions
  const ran = Object.keys(services).length > 0 ? [{ services, until: now }] : []
  return { ...versions, services: to, before: [...ran, ...before].slice(0, BEFORE_MAX) }
}

/** One step back; the next goes one further. Undefined: nothing is remembered. */
export const steppedBack = (versions: Versions): Versions | undefined => {
  const [last, ...before] = versions.before
  return last && { ...versions, services: last.services, before }
}
