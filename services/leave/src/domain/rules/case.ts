import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { AbsentDay } from '../time/absence.ts'
import type { Company } from './company.ts'
import type { When } from './when.ts'
import type { Wish } from './wish.ts'

/** One rule and one wish that it holds for. */
export type Case = {
  readonly wish: Wish
  /** Of whoever wishes. What of their leave is `over` counts for nothing. */
  readonly facts: Facts
  readonly company: Company
  readonly when: When
  /** The first and the last day that the wish names. */
  readonly first: LocalDate
  readonly last: LocalDate
  /** What the wish names of days on which the rule holds, oldest first. */
  readonly days: readonly AbsentDay[]
  /** Of these, what has not been accepted already: a change of accepted leave is asked about the difference only. */
  readonly fresh: readonly AbsentDay[]
}
