import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'

/** What a plan pays for a period, before caps: those depend on the balance, which the ledger knows. */
export type Grant = {
  readonly source: 'plan' | 'holidays'
  /** The day it is due, which is its lot's first usable day. */
  readonly on: LocalDate
  /** The period it pays for, both days included. */
  readonly first: LocalDate
  readonly last: LocalDate
  /** The first day of the leave year it belongs to: what a yearly cap is counted by. */
  readonly leaveYear: LocalDate
  readonly n: Parts
  readonly balanceCap: Parts | null
  readonly yearlyCap: Parts | null
  /** Whether what is left goes into the next carry-over; then `until` is null, as the ledger knows the day. */
  readonly carries: boolean
  /** The last usable day; null: none, or the day before the next carry-over. */
  readonly until: LocalDate | null
  /** The fact of the policy that pays. */
  readonly fact: string
}

/** A day on which a stage with a lower cap begins that takes what is held above it (`lowerCapCuts`). */
export type Cut = { readonly on: LocalDate; readonly cap: Parts; readonly fact: string }
