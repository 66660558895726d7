import { addDays, type LocalDate, unreachable, weekday } from '@awayday/kernel'
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
    case 'yearly': {
      const [begun, over] = [!isBefore(day, days.first), isAfter(day, days.last)]
      return keyOf(days.last) < keyOf(days.first) ? begun || !over : begun && !over
    }
    case 'weekdays':
      return days.weekdays.includes(weekday(day))
    default:
      return unreachable(days)
  }
}

/** A first day past its month's end means that month's last day. */
const isBefore = (day: LocalDate, first: MonthDay): boolean => {
  const { month, day: dayOfMonth } = monthDayOf(day)
  if (month !== first.month) return month < first.month
  return dayOfMonth < first.day && monthDayOf(addDays(day, 1)).month === month
}

const isAfter = (day: LocalDate, last: MonthDay): boolean => keyOf(monthDayOf(day)) > keyOf(last)

const monthDayOf = (day: LocalDate): MonthDay => ({ month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })
const keyOf = ({ month, day }: MonthDay): number => month * 100 + day
