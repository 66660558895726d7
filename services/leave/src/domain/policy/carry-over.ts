import type { Length, MonthDay } from './length.ts'
import type { Parts } from './parts.ts'

/** What becomes of what is left on the day before the carry-over. */
export type CarryOver = {
  /** The most that is carried: 0 is none (default), null is all. */
  readonly most: Parts | null
  /** Of what is carried, this much never expires by `usable`; 0 by default. */
  readonly keeps: Parts
  /** How long the rest can be used. Kept by lots already carried when the rule changes. */
  readonly usable: CarriedValidity
  /** The most that carried and new entitlement of the carry-over day may be in all: the carried part gives way. Null by default. */
  readonly totalMost: Parts | null
  /** A balance below zero is carried as a debt (default) or dropped. */
  readonly debt: 'carried' | 'dropped'
}

export type CarriedValidity =
  /** Up to the next carry-over (default), when it is subject to it again. */
  | { readonly kind: 'untilCarryOver' }
  /** Last usable on the day before the carry-over day + length. */
  | { readonly kind: 'length'; readonly length: Length }
  /** Last usable on the first such date on or after the carry-over day. */
  | { readonly kind: 'date'; readonly date: MonthDay }
