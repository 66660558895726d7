import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'
import { type LocalDate, parseLocalDate } from '@awayday/kernel'
import { StartProblem } from './start-problem.ts'

export type Flags = {
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

/** Reads the command line. A flag or a value that is not known is a `StartProblem`. */
export const readFlags = (args: readonly string[], env: NodeJS.ProcessEnv): Flags => {
  const given = parse(args)
  return {
    port: portOf(given.port ?? '3000'),
    dataDir: given['data-dir'] ?? env['AWAYDAY_DATA_DIR'] ?? '.awayday',
    reset: given.reset ?? false,
    seed: !given['no-seed'],
    store: storeOf('--store', given.store ?? env['AWAYDAY_STORE'] ?? 'sqlite'),
    otherStores: (given['other-stores'] ?? env['AWAYDAY_OTHER_STORES'] ?? '')
      .split(',')
      .flatMap((name) => (name.trim() ? storeOf('--other-stores', name.trim()) : [])),
    today: todayOf(given.today),
    zips: zipsOf(given.zips),
    help: given.help ?? false,
  }
}

const parse = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
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
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\.\s|\n/) : []
    throw new StartProblem(`${sentence.replace(/\.$/, '')}. See --help.`, { cause })
  }
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new StartProblem(`--port takes a number from 0 to 65535, not "${text}".`)
  return port
}

const storeOf = (flag: string, text: string): StoreName => {
  const store = STORE_NAMES.find((each) => each === text)
  if (!store) throw new StartProblem(`${flag} takes ${STORE_NAMES.join(', ')}, not "${text}".`)
  return store
}

const zipsOf = (folder: string | undefined): string | undefined => {
  if (folder !== undefined && !existsSync(join(folder, 'index.json')))
    throw new StartProblem(`--zips takes a folder that pnpm build has made; ${folder} has no index.json.`)
  return folder
}

const todayOf = (text: string | undefined): LocalDate | undefined => {
  if (text === undefined) return undefined
  const today = parseLocalDate(text)
  if (!today) throw new StartProblem(`--today takes a date such as 2027-01-01, not "${text}".`)
  return today
}
