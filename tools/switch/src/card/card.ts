import type { StoreName } from '@awayday/event-sourcing'
import { added, dollarsFor, NOTHING, type Sums } from '../plan/estimate.ts'
import type { Plan } from '../plan/plan.ts'
import type { PortInCode } from './ports-in-code.ts'

/** What it takes to leave a store, for one port: in code, and for what it keeps. */
export type Card = {
  readonly port: string
  readonly home: string
  readonly clauses: number
  /** Lines of the adapter that is left, and of the one in its place (0: it has to be written). */
  readonly leaves: number
  readonly finds: number
  /** Lines and working days to write where the target has no adapter: as long as the shortest there is. */
  readonly toWrite: number
  readonly days: number
  readonly data: Sums
  readonly seconds: number
  /** US dollars, where one of the two is DynamoDB. */
  readonly dollars: number
}

/** What somebody writes in a day, with its contract kept on a real server. A guess of ours, for orders of magnitude. */
const LINES_A_DAY = 40

type Leaving = { readonly from: StoreName; readonly to: string; readonly writesPerSecond: number }

/** A card for each port with an adapter for `from`, over the plans of all that would move. `to` may be a store nobody has an adapter for. */
export const cardsOf = (
  ports: readonly PortInCode[],
  plans: readonly Plan[],
  { from, to, writesPerSecond }: Leaving,
): readonly Card[] =>
  ports
    .filter(({ lines }) => lines[from] !== undefined)
    .map(({ name, home, clauses, lines }) => {
      const finds = lines[to] ?? 0
      const toWrite = finds > 0 ? 0 : Math.min(...Object.values(lines))
      const data = plans.map((plan) => keptBy(name, plan)).reduce(added, NOTHING)
      return {
        port: name,
        home,
        clauses,
        leaves: lines[from] ?? 0,
        finds,
        toWrite,
        days: Math.ceil(toWrite / LINES_A_DAY),
        data,
        seconds: Math.ceil(data.writes / writesPerSecond),
        dollars: dollarsFor(from, to, data),
      }
    })

/** Through other ports nothing is kept that would have to move: progress and feeds begin anew, rows of tenants point the way. */
const keptBy = (port: string, { collections, views }: Plan): Sums => {
  switch (port) {
    case 'EventStore':
      return collections.events
    case 'PlainRecords':
      return collections.records
    case 'CommandRegistry':
      return collections.registry
    case 'ViewRows':
      return views
    default:
      return NOTHING
  }
}
