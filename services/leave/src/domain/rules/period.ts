import { addDays, FIRST_DATE, LAST_DATE, type LocalDate, monthStart, unreachable, weekday } from '@awayday/kernel'
import { dateOf, dayOf, monthOf } from '../entitlement/days.ts'
import { leaveYearOf } from '../entitlement/leave-year.ts'
import type { Facts } from '../facts/facts.ts'
import type { Length } from '../policy/length.ts'
import { later } from './later.ts'

/** What limits are counted over: a calendar week (from Monday), month, quarter or year; the leave year of the type; all time; or any stretch of so long. */
export type Period = 'week' | 'month' | 'quarter' | 'year' | 'leaveYear' | 'ever' | { readonly any: Length }

/** Both days included. */
export type Window = { readonly first: LocalDate; readonly last: LocalDate }

/** The period a day lies in; of a length the one that begins with it. */
export const windowOf = (period: Period, day: LocalDate, facts: Facts, leaveType: string): Window => {
  if (typeof period === 'object') return { first: day, last: addDays(later(day, period.any), -1) }
  switch (period) {
    case 'week': {
      const monday = addDays(day, 1 - weekday(day))
      return { first: monday, last: addDays(monday, 6) }
    }
    case 'month':
      return months(day, 1)
    case 'quarter':
      return months(day, 3)
    case 'year':
      return months(day, 12)
    case 'leaveYear':
      return leaveYearOf(facts, leaveType, day)
    case 'ever':
      return EVER
    default:
      return unreachable(period)
  }
}

/** The so many months around a day, counted from January. */
const months = (day: LocalDate, n: number): Window => {
  const month = monthOf(dayOf(day))
  const begins = month - (month % n)
  return { first: dateOf(monthStart(begins)), last: dateOf(monthStart(begins + n) - 1) }
}

/** The first and the last date that there is. */
const EVER: Window = { first: FIRST_DATE, last: LAST_DATE }
