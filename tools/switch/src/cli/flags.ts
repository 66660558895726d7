import { parseArgs } from 'node:util'
import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'
import { complaintOf, parseTenantId, type TenantId } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { SwitchProblem } from '../problem.ts'

/** The services that keep something, those that others hear from first. */
const keeping: readonly ServiceManifest[] = [directory, leave]

export const STAGES = [
  'card',
  'plan',
  'capture',
  'copy',
  'tail',
  'verify',
  'shadow-read',
  'cut-over',
  'rollback',
  'finish',
  'status',
  'run',
] as const
export type Stage = (typeof STAGES)[number]

export type Flags = {
  readonly stage: Stage
  readonly from: StoreName
  readonly to: StoreName
  readonly services: readonly ServiceManifest[]
  /** Undefined: all that live in `from`. */
  readonly tenants: readonly TenantId[] | undefined
  readonly folder: string
  readonly dataDir: string
  readonly maxWriteUnits: number | undefined
  /** Of a hundred reads of views, so many are compared, for so many seconds. */
  readonly percent: number
  readonly forS: number
  /** Seconds after which every call of the product is known to be over; by default as long as its functions may run. */
  readonly waitS: number | undefined
  readonly follow: boolean
  readonly repair: boolean
  readonly delete: boolean
  readonly cutOver: boolean
}

export const HELP = `Moves companies from one store to another while people work, with proof.

  pnpm switch <stage> --from <store> --to <store> [flags]

Stages, in their order; each may be called alone, again, and after it was killed:
  card          for each port: what leaving the store takes in code, days, money and time; writes nothing
  plan          writes nothing: counts, what the target cannot hold, units, money and time
  capture       prepares the target and notes where the source stands
  copy          copies all there is
  tail          copies what was written since; --follow: until it is stopped
  verify        compares both stores byte for byte; --repair: mends what is wrong in the target alone
  shadow-read   has the product ask both stores, and compares the answers: --percent 10 --for 60s
  cut-over      takes company by company over, stream by stream, the smallest company first
  rollback      brings a company back, with all that was decided since: until finish
  finish        makes the target their home; --delete, afterwards: deletes what they left behind
  status        where every company lives, and what comes next
  run           plan to verify, and stops; --cut-over: goes on with it

  --from, --to <store>      sqlite, mongodb or dynamodb
  --service <names>         only these services (comma between): ${keeping.map(({ name }) => name).join(', ')}
  --tenant <names>          only these companies (comma between)
  --state <folder>          where the state of the move is kept; .awayday-switch unless told
  --data-dir <folder>       where SQLite keeps its files; .awayday unless told; also AWAYDAY_DATA_DIR
  --max-write-units <n>     write units of DynamoDB that copying may use in any second
  --wait <seconds>          of rollback and finish: calls of the product that began so long ago are over
  --help                    prints this

mongodb needs AWAYDAY_MONGODB_URL, dynamodb AWAYDAY_DYNAMODB_ENDPOINT or AWS's own settings. docs/switch.md tells all of it.`

/** Reads a command line; undefined: only help is asked for. All that is wrong or missing is said at once, in a `SwitchProblem`. */
export const readFlags = (args: readonly string[], env: NodeJS.ProcessEnv): Flags | undefined => {
  const { values, positionals } = parsed(args)
  if (values.help) return undefined
  const wrong: string[] = []
  const or = <T>(value: T | undefined, what: string, otherwise: T): T => {
    if (value === undefined) wrong.push(what)
    return value ?? otherwise
  }
  const store = (flag: string, text: string | undefined): StoreName =>
    or(
      STORE_NAMES.find((name) => name === text),
      `${flag} takes ${STORE_NAMES.join(', ')}${text === undefined ? '' : `, not "${text}"`}`,
      'sqlite',
    )
  const number = (flag: string, text: string | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined =>
    text === undefined
      ? undefined
      : or(
          /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined,
          `${flag} takes a number, not "${text}"`,
          0,
        )

  const stage = or(
    STAGES.find((name) => name === positionals[0] && positionals.length === 1),
    `the first word is one stage of ${STAGES.join(', ')}`,
    'status',
  )
  const [from, to] = [store('--from', values.from), store('--to', values.to)]
  if (values.from && values.from === values.to) wrong.push('--from and --to name the same store')
  const names = values.service?.split(',')
  for (const name of names ?? [])
    if (!keeping.some((service) => service.name === name))
      wrong.push(`--service takes ${keeping.map((service) => service.name).join(', ')}, not "${name}"`)
  const tenants = values.tenant
    ?.split(',')
    .flatMap((text) => or(parseTenantId(text), `--tenant takes names such as acme, not "${text}"`, undefined) ?? [])
  const maxWriteUnits = number('--max-write-units', values['max-write-units'])
  if (maxWriteUnits === 0) wrong.push('--max-write-units is at least 1')
  const flags: Flags = {
    stage,
    from,
    to,
    services: keeping.filter(({ name }) => !names || names.includes(name)),
    tenants,
    folder: values.state ?? '.awayday-switch',
    dataDir: values['data-dir'] ?? env['AWAYDAY_DATA_DIR'] ?? '.awayday',
    maxWriteUnits,
    percent: number('--percent', values.percent, 100) ?? 10,
    forS: number('--for', values.for?.replace(/s$/, '')) ?? 60,
    waitS: number('--wait', values.wait),
    follow: values.follow ?? false,
    repair: values.repair ?? false,
    delete: values.delete ?? false,
    cutOver: values['cut-over'] ?? false,
  }
  const missing = wrong.length === 0 ? missingSettings(flags, env) : []
  const all = [...wrong, ...missing]
  if (all.length > 0) throw new SwitchProblem(`${all.join('; ')}. See --help.`)
  return flags
}

const missingSettings = ({ from, to, stage, delete: deletes }: Flags, env: NodeJS.ProcessEnv): readonly string[] => {
  const stores = [from, to]
  const signs = stage === 'finish' && !deletes
  const missing = [
    stores.includes('mongodb') && !env['AWAYDAY_MONGODB_URL'] && 'mongodb needs AWAYDAY_MONGODB_URL',
    stores.includes('dynamodb') &&
      !env['AWAYDAY_DYNAMODB_ENDPOINT'] &&
      !env['AWS_REGION'] &&
      'dynamodb needs AWAYDAY_DYNAMODB_ENDPOINT, or AWS_REGION',
    signs &&
      (env['AWAYDAY_SECRET'] ?? '').length < SECRET_MIN &&
      `finish signs its report with AWAYDAY_SECRET, of ${SECRET_MIN} characters or more`,
  ]
  return missing.filter((sentence) => sentence !== false)
}
const SECRET_MIN = 32

const parsed = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  const yes = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: text,
        to: text,
        service: text,
        tenant: text,
        state: text,
        'data-dir': text,
        'max-write-units': text,
        percent: text,
        for: text,
        wait: text,
        follow: yes,
        repair: yes,
        delete: yes,
        'cut-over': yes,
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    throw new SwitchProblem(complaintOf(cause), { cause })
  }
}
