import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Lot } from './lot.ts'

/**
 * The figures of one leave type as of the end of a day (docs/leave-calculation.md, 22 and 23), of the year between two carry-over days.
 * balance = carried + granted - taken - expired - paidOut; available = balance - booked - pending.
 */
export type Figures = {
  readonly carried: Parts
  readonly granted: Parts
  readonly taken: Parts
  readonly booked: Parts
  readonly pending: Parts
  readonly expired: Parts
  readonly paidOut: Parts
  readonly balance: Parts
  readonly available: Parts
}

/**
 * The same of one lot, over its whole life: n = taken + booked + pending + expired + paidOut + carriedOut + settled + available.
 * What no lot has covered yet is of a lot `debt` whose n is 0.
 */
export type LotFigures = Omit<Figures, 'carried' | 'granted' | 'balance'> & {
  readonly lot: Lot
  /** What the carry-over after it took on. */
  readonly carriedOut: Parts
  /** What it gave to credits below zero and carried debts; of those, what was given to them, below zero. */
  readonly settled: Parts
}

/** One plus or minus, with what stands behind it. */
export type Entry = {
  readonly on: LocalDate
  readonly kind:
    | 'grant' // by the plan, or of public holidays
    | 'credit' // by hand; below zero for a correction downwards
    | 'carriedIn'
    | 'carriedOut'
    | 'charge' // the days of one leave that use one lot, from `on` to `last`
    | 'overdraft' // the same where no lot covered them
    | 'expiry'
    | 'cut' // by a lower cap
    | 'withheld' // by a cap: n is 0, `withheld` says how much
    | 'payOut'
    | 'debtDropped'
    | 'booked' // as `charge`, after `asOf`
    | 'pending' // as `charge`, not decided yet
  /** Signed. */
  readonly n: Parts
  /** After this entry. */
  readonly balance: Parts
  readonly lot: Pick<Lot, 'source' | 'from' | 'until' | 'carries'> | null
  readonly last: LocalDate | null
  readonly leave: string | null
  readonly withheld: Parts
  readonly fact: string
}

export type Ledger = {
  readonly asOf: LocalDate
  /** The year the figures are of; `last` is the day before the next carry-over. */
  readonly year: { readonly first: LocalDate; readonly last: LocalDate }
  readonly figures: Figures
  /** The lots that held something in this year up to `asOf` (or later, where later lots count), in the order of use. */
  readonly lots: readonly LotFigures[]
  /** Everything up to `asOf`, earlier years included, oldest first; the last balance is `figures.balance` (without later lots). */
  readonly entries: readonly Entry[]
  /** What goes on from there to `figures.available`: later lots where they count, then booked days, then pending ones. */
  readonly ahead: readonly Entry[]
}
