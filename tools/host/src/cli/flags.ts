import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'
import { complaintOf, type LocalDate, parseLocalDate } from '@awayday/kernel'
import { tooShort } from './data-dir.ts'
import { StartProblem } from './start-problem.ts'

export type Flags = {
  /** The address to listen at. */
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly dataDir: string
  readonly reset: boolean
  readonly seed: boolean
  readonly store: StoreName
  /** Where companies may live besides, while they move. */
  readonly otherStores: readonly StoreName[]
  readonly today: LocalDate | undefined
  /** A folder of `pnpm build`. */
  readonly zips: string | undefined
  readonly help: boolean
}

export const HELP = `Starts Awayday: everything in one process on this machine.

  pnpm start [flags]

  --port <number>       where to serve; 3000 unless told, 0 for any that is free
  --host <address>      where to listen; 127.0.0.1 unless told; 0.0.0.0 in a container. Browsers reach it as localhost only
  --data-dir <folder>   where data is kept; .awayday unless told
  --store <name>        sqlite (unless told), mongodb or dynamodb
                        mongodb needs AWAYDAY_MONGODB_URL, dynamodb needs AWAYDAY_DYNAMODB_ENDPOINT
  --other-stores <names>  of mongodb,dynamodb,sqlite: where companies may live besides, while they move (docs/switch.md)
  --today <date>        moves the clock to a date, such as 2027-01-01
  --zips <folder>       runs what pnpm build has put there, each function in processes of its own, as Lambda would
  --no-seed             starts without the demo company
  --reset               removes what was stored before, then starts
  --help                prints this

The log is in <data dir>/log.jsonl; with AWAYDAY_LOG=info, or away from a terminal, it goes to stdout. AWAYDAY_LOG=off: no log.`

/** Reads the command line and what the environment has for it. All that is wrong or missing is said at once, a sentence a line, in a `StartProblem`. */
export const readFlags = (args: readonly string[], env: NodeJS.ProcessEnv): Flags => {
  const given = parse(args)
  const wrong: string[] = []
  const or = <T>(value: T | undefined, sentence: string, otherwise: T): T => {
    if (value === undefined) wrong.push(sentence)
    return value ?? otherwise
  }
  const store = (flag: string, text: string): StoreName =>
    or(
      STORE_NAMES.find((each) => each === text),
      `${flag} takes ${STORE_NAMES.join(', ')}, not "${text}".`,
      'sqlite',
    )
  const { port = '3000', today, zips } = given
  const flags: Flags = {
    host: given.host ?? '127.0.0.1',
    port: or(portOf(port), `--port takes a number from 0 to 65535, not "${port}".`, 0),
    dataDir: given['data-dir'] ?? env['AWAYDAY_DATA_DIR'] ?? '.awayday',
    reset: given.reset ?? false,
    seed: !given['no-seed'],
    store: store('--store', given.store ?? env['AWAYDAY_STORE'] ?? 'sqlite'),
    otherStores: (given['other-stores'] ?? env['AWAYDAY_OTHER_STORES'] ?? '')
      .split(',')
      .flatMap((name) => (name.trim() ? store('--other-stores', name.trim()) : [])),
    today:
      today === undefined
        ? undefined
        : or(parseLocalDate(today), `--today takes a date such as 2027-01-01, not "${today}".`, undefined),
    zips,
    help: given.help ?? false,
  }
  if (flags.help) return flags
  if (isIP(flags.host) === 0)
    wrong.push(`--host takes an address of this machine such as 127.0.0.1 or 0.0.0.0, not "${flags.host}".`)
  if (zips !== undefined && !existsSync(join(zips, 'index.json')))
    wrong.push(`--zips takes a folder that pnpm build has made; ${zips} has no index.json.`)
  wrong.push(...missing(flags, env))
  if (wrong.length > 0) throw new StartProblem(wrong.join('\n'))
  return flags
}

/** What a store needs to be found. */
const NEEDED = { sqlite: undefined, mongodb: 'AWAYDAY_MONGODB_URL', dynamodb: 'AWAYDAY_DYNAMODB_ENDPOINT' } as const

const missing = ({ store, otherStores }: Flags, env: NodeJS.ProcessEnv): readonly string[] => [
  ...[store, ...otherStores].flatMap((each, n) => {
    const needed = NEEDED[each]
    return needed && !env[needed] ? [`${n === 0 ? '--store' : '--other-stores'} ${each} needs ${needed}.`] : []
  }),
  ...tooShort('AWAYDAY_SECRET', env['AWAYDAY_SECRET']),
]

const portOf = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined

const parse = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        reset: { type: 'boolean' },
        'no-seed': { type: 'boolean' },
        store: { type: 'string' },
        'other-stores': { type: 'string' },
        today: { type: 'string' },
        zips: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (cause) {
    throw new StartProblem(complaintOf(cause), { cause })
  }
}
