import { addDays, type LocalDate } from '@awayday/kernel'
import { carryOverDaysOf } from '../entitlement/carry-over-days-of.ts'
import type { Facts } from '../facts/facts.ts'
import { closeYear, type YearOutcome } from '../ledger/close-year.ts'
import type { State } from './state.ts'

/**
 * The leave years of a type that ended from `first` to `last`, are over on `today` and not closed yet, oldest first, with what each would be
 * pinned as. A year in which nothing was given or taken is none.
 */
export const yearsToClose = (
  { closedYears }: State,
  facts: Facts,
  leaveType: string,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
  today: LocalDate,
): readonly YearOutcome[] =>
  carryOverDaysOf(facts, leaveType, addDays(first, 1), addDays(last, 1))
    .filter((next) => next <= today)
    .map((next) => addDays(next, -1))
    .filter((day) => !closedYears.some((year) => year.leaveType === leaveType && year.last === day))
    .map((day) => closeYear(facts, leaveType, day))
    .filter(({ figures, carry, forfeited }) => [...Object.values(figures), carry, forfeited].some((n) => n !== 0))
