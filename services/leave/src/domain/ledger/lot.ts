import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'

/** A dated credit: where it came from, and the days on which it can be used. */
export type Lot = {
  readonly source: 'plan' | 'holidays' | 'carried' | 'manual' | 'opening' | 'correction' | 'toil' | 'bought' | 'debt'
  /** The first usable day. */
  readonly from: LocalDate
  /** The last usable day, itself usable: of a lot that `carries` the day before the next carry-over; null: it never expires. */
  readonly until: LocalDate | null
  /** What was credited; below zero for corrections and debts. */
  readonly n: Parts
  /** Whether it is subject to the next carry-over. */
  readonly carries: boolean
  readonly fact: string
}
