import { epochDay, fromEpochDay, type LocalDate } from '@awayday/kernel'
import type { Length, MonthDay } from '../policy/length.ts'

/** An epoch day. Entitlement counts with whole numbers inside, as a history has thousands of days. */
export type Day = number

/** Both ends included. */
export type Stretch = { readonly first: Day; readonly last: Day }

/** Later than every date there is: where no end is known. */
export const NO_END: Day = 100_000

export const dayOf = (date: LocalDate): Day => epochDay(date)

/** The text of each day is made once: a history names the same ones again and again. */
export const dateOf = (day: Day): LocalDate => {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = fromEpochDay(day)
  dates.set(day, date)
  return date
}
const dates = new Map<Day, LocalDate>()

export const daysIn = ({ first, last }: Stretch): number => Math.max(0, last - first + 1)

export const common = (a: Stretch, b: Stretch): Stretch => ({
  first: Math.max(a.first, b.first),
  last: Math.min(a.last, b.last),
})

/** Months counted through from January of the year 0; the inverse of `monthStart` (`civil_from_days` and `days_from_civil` by Howard Hinnant). */
export const monthOf = (day: Day): number => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  return (yearOfEra + era * 400) * 12 + Math.floor((5 * dayOfYear + 2) / 153) + 2
}

/** The first day of a month. */
export const monthStart = (month: number): Day => {
  const sinceMarch = month - 2
  const year = Math.floor(sinceMarch / 12)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (sinceMarch - year * 12) + 2) / 5)
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

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
