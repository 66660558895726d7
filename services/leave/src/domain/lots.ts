import { type Amount, type LocalDate, newYearsDay, newYearsEve, yearOf, zero } from '@awayday/kernel'
import { periods } from './employment.ts'
import { type State, termsOn } from './state.ts'

/** A dated credit: what was granted for a leave year (a calendar year), and the days on which it can be used. */
export type Lot = {
  readonly year: number
  readonly from: LocalDate
  /** The last usable day. */
  readonly until: LocalDate
  readonly granted: Amount
  /** The event with the terms; null where nothing was granted: then the lot only collects what is charged regardless. */
  readonly fact: number | null
}

/** One lot for each leave year from the earliest to the latest of these days. */
export const lotsOf = (state: State, leaveType: string, days: readonly LocalDate[]): readonly Lot[] => {
  const years = days.map(yearOf)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return years.length === 0
    ? []
    : Array.from({ length: last - first + 1 }, (_, n) => lotOf(state, leaveType, first + n))
}

/** Granted in full, by the terms in force on the lot's first day, and usable while somebody is employed. */
const lotOf = (state: State, leaveType: string, year: number): Lot => {
  const [first, last] = [newYearsDay(year), newYearsEve(year)]
  const employed = periods(state.employment).filter(
    ({ from, until }) => from <= last && (until === null || first <= until),
  )
  const within = (day: LocalDate) => (day < first ? first : day > last ? last : day)
  const from = within(employed[0]?.from ?? first)
  const until = within(employed.at(-1)?.until ?? last)
  const terms = employed.length > 0 ? termsOn(state, leaveType, from) : undefined
  return { year, from, until, granted: terms?.yearly ?? zero('day'), fact: terms?.fact ?? null }
}
