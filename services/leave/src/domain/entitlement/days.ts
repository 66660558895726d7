import { epochDay, fromEpochDay, type LocalDate, monthStart, newYearsDay } from '@awayday/kernel'
import type { Length, MonthDay } from '../policy/length.ts'

/** An epoch day. Entitlement counts with whole numbers inside, as a history has thousands of days. */
export type Day = number

/** Both ends included. */
export type Stretch = { readonly first: Day; readonly last: Day }

/** Later than every date there is: where no end is known. */
export const NO_END: Day = 100_000

export const dayOf = (date: LocalDate): Day => epochDay(date)

/** The text of each day is made once: a history names the same ones again and again. A list, as that is faster than a map. */
export const dateOf = (day: Day): LocalDate => {
  const known = DATES[day - EARLIEST]
  if (known !== undefined) return known
  const date = fromEpochDay(day)
  if (EARLIEST <= day && day < NO_END) DATES[day - EARLIEST] = date
  return date
}
const EARLIEST: Day = epochDay(newYearsDay(1890))
const DATES = new Array<LocalDate | undefined>(NO_END - EARLIEST).fill(undefined)

export const daysIn = ({ first, last }: Stretch): number => Math.max(0, last - first + 1)

export const common = (a: Stretch, b: Stretch): Stretch => ({
  first: Math.max(a.first, b.first),
  last: Math.min(a.last, b.last),
})

/** The month in which a day lies; months are counted through from January of the year 0. */
export const monthOf = (day: Day): number => {
  const guess = Math.floor(((day + DAYS_TO_1970) * 4800) / DAYS_IN_4800_MONTHS)
  if (day < monthStart(guess)) return guess - 1
  return day < monthStart(guess + 1) ? guess : guess + 1
}

/** From 1 January of the year 0; and of 400 years. */
const DAYS_TO_1970 = 719_528
const DAYS_IN_4800_MONTHS = 146_097

/** A day of a month, or its last one where the month is shorter. */
export const dayInMonth = (month: number, dayOfMonth: number): Day =>
  Math.min(monthStart(month) + dayOfMonth, monthStart(month + 1)) - 1

export const plusMonths = (day: Day, months: number): Day => {
  const month = monthOf(day)
  return dayInMonth(month + months, day - monthStart(month) + 1)
}

export const plusLength = (day: Day, { n, unit }: Length): Day => {
  if (unit === 'day') return day + n
  if (unit === 'week') return day + 7 * n
  return plusMonths(day, unit === 'month' ? n : 12 * n)
}

export const monthDayOf = (day: Day): MonthDay => {
  const month = monthOf(day)
  return { month: (month % 12) + 1, day: day - monthStart(month) + 1 }
}

export const inYear = ({ month, day }: MonthDay, year: number): Day => dayInMonth(year * 12 + month - 1, day)

/** The last such day on or before `day`. */
export const latest = (date: MonthDay, day: Day): Day => {
  const year = Math.floor(monthOf(day) / 12)
  const thisYears = inYear(date, year)
  return thisYears <= day ? thisYears : inYear(date, year - 1)
}

/** The first such day on or after `day`. */
export const next = (date: MonthDay, day: Day): Day => {
  const year = Math.floor(monthOf(day) / 12)
  const thisYears = inYear(date, year)
  return thisYears >= day ? thisYears : inYear(date, year + 1)
}
