import { type LocalDate, unreachable, weekday } from '@awayday/kernel'
import { dayOf, latest, next } from '../entitlement/days.ts'
import type { MonthDay } from '../policy/length.ts'

/** Days that a rule speaks of. Both ends included. */
export type Days =
  | { readonly kind: 'range'; readonly first: LocalDate; readonly last: LocalDate }
  /** Every year; a last day before the first one lies in the next year. */
  | { readonly kind: 'yearly'; readonly first: MonthDay; readonly last: MonthDay }
  /** 1 is Monday, 7 is Sunday. */
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }

export const isOneOf = (all: readonly Days[], day: LocalDate): boolean => all.some((days) => includes(days, day))

const includes = (days: Days, day: LocalDate): boolean => {
  switch (days.kind) {
    case 'range':
      return days.first <= day && day <= days.last
    case 'yearly':
      return dayOf(day) <= next(days.last, latest(days.first, dayOf(day)))
    case 'weekdays':
      return days.weekdays.includes(weekday(day))
    default:
      return unreachable(days)
  }
}
