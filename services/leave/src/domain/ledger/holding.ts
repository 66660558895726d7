import { type LocalDate, newYearsEve } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Lot } from './lot.ts'

/** What stands behind a plus or minus: the leave, where it is one, and the fact. */
export type Cause = { readonly leave: string | null; readonly fact: string }

/** A lot as the days go by. Lives within one walk along the timeline, and changes there. */
export type Holding = {
  readonly lot: Lot
  /** `lot.until`, or later than all days. */
  readonly last: LocalDate
  left: Parts
  /** What was left when it expired. */
  lost: Parts
}

/** What no lot has covered yet; `n` goes down as lots pay it. */
export type Debt = {
  readonly on: LocalDate
  readonly of: 'charge' | 'payOut' | 'credit' | 'carried'
  readonly cause: Cause
  /** The lot below zero that it comes from: of a credit, or what was carried. */
  readonly debtor: Holding | null
  n: Parts
}

/** Later than all days. */
export const NEVER = newYearsEve(9999)

export const holdingOf = (lot: Lot): Holding => ({ lot, last: lot.until ?? NEVER, left: Math.max(0, lot.n), lost: 0 })
