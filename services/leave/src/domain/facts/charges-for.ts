import { addDays, type LocalDate } from '@awayday/kernel'
import type { Dates } from '../time/absence.ts'
import type { Beside } from '../time/beside.ts'
import type { Charge } from '../time/charged.ts'
import { chargesOf, leftOut } from '../time/charges-of.ts'
import { type Days, firstAndLast, reaches } from '../time/first-and-last.ts'
import { partsOf } from '../time/parts-of.ts'
import { type Counted, countedBy, countingOn } from './counted-by.ts'
import type { Facts, Leave } from './facts.ts'

/** Accepted leave that was there before another: that costs what it adds to it. */
export type Earlier = Pick<Leave, 'leaveType' | 'dates'>

/**
 * What leave of a type costs somebody: each day by the policy in force on it. Where they are not employed nothing costs anything, and free
 * days on either side of such a time do not belong together. `earlier`: accepted leave of all types that was there before, in that order.
 */
export const chargesFor = (
  facts: Facts,
  leaveType: string,
  dates: Dates,
  earlier: readonly Earlier[] = [],
): readonly Charge[] => {
  const span = firstAndLast(dates)
  if (!span) return []
  const taken = earlier.flatMap((leave) => takenBy(leave, span, facts))
  const same = earlier.filter((leave) => leave.leaveType === leaveType).map((leave) => leave.dates)
  return unbroken(facts.employment).flatMap((period) => {
    const employed = within(dates, period)
    const beside: Beside = { taken, adjoining: same.map((one) => within(one, period)) }
    return countedBy(facts, leaveType)
      .filter((counted) => mayCharge(counted, span))
      .flatMap(({ from, until, policy: { counting, unit } }) =>
        chargesOf(facts, employed, counting, unit, beside).filter(
          ({ day }) =>
            (from === null || from <= day) && (until === null || day < until) && !leftOut(dates, day, counting.ends),
        ),
      )
  })
}

/** Days that lie between leave and other leave are not named by either. */
const mayCharge = ({ from, until, policy: { counting } }: Counted, { first, last }: Days): boolean =>
  counting.sandwich === 'adjoining' || ((from === null || from <= last) && (until === null || first < until))

/** What other leave takes of these days; ends that it leaves out it does not take. */
const takenBy = ({ leaveType, dates }: Earlier, span: Days, facts: Facts): readonly Dates[] => {
  const { first, last } = span
  if (!reaches(dates, span)) return []
  const days = partsOf(dates)
    .filter(({ day }) => first <= day && day <= last && !leftOut(dates, day, countingOn(facts, leaveType, day).ends))
    .flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))
  return days.length > 0 ? [{ kind: 'days', days }] : []
}

type Period = Pick<Facts['employment'][number], 'from' | 'until'>

/** Employment that ends on one day and begins on the next goes on. */
const unbroken = (employment: readonly Period[]): readonly Period[] => {
  const periods: Period[] = []
  for (const { from, until } of employment) {
    const last = periods.at(-1)
    const goesOn = last?.until && addDays(last.until, 1) === from
    periods.push({ from: (goesOn && periods.pop()?.from) || from, until })
  }
  return periods
}

/** What leave names within a time of employment. */
const within = (dates: Dates, { from, until }: Period): Dates => {
  const isIn = (day: LocalDate): boolean => from <= day && (until === null || day <= until)
  const named = firstAndLast(dates)
  if (!named || (isIn(named.first) && isIn(named.last))) return dates
  const days = partsOf(dates).filter(({ day }) => isIn(day))
  return { kind: 'days', days: days.flatMap(({ day, parts }) => parts.map((part) => ({ day, part }))) }
}
