import type { Brand } from './brand.ts'
import { monthStart } from './month-start.ts'

/** A civil date, `YYYY-MM-DD`, years 1900 to 2199: no zone, no time of day. Text order is time order. */
export type LocalDate = Brand<string, 'LocalDate'>

const SHAPE = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** The date a text names, or nothing: 30 February is not a date, and is never moved to March. */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  if (!SHAPE.test(text)) return undefined
  const date = text as LocalDate
  return fromEpochDay(epochDay(date)) === date ? date : undefined
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export const epochDay = (date: LocalDate): number =>
  monthStart(figure(date, 0, 4) * 12 + figure(date, 5, 7) - 1) + figure(date, 8, 10) - 1

/** The date of an epoch day (Howard Hinnant's `civil_from_days`, the inverse of `epochDay`). */
export const fromEpochDay = (day: number): LocalDate => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${pad(month)}-${pad(dayOfMonth)}` as LocalDate
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(epochDay(date) + days)

/** Whole days from `first` to `last`, both included; below 1 when the range is backwards. */
export const daysBetween = (first: LocalDate, last: LocalDate): number => epochDay(last) - epochDay(first) + 1

/** 1 is Monday, 7 is Sunday (ISO 8601). 1970-01-01 was a Thursday. */
export const weekday = (date: LocalDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

/** The first and the last day of a calendar year. */
export const newYearsDay = (year: number): LocalDate => `${year}-01-01` as LocalDate
export const newYearsEve = (year: number): LocalDate => `${year}-12-31` as LocalDate

/** The first and the last date there is. */
export const FIRST_DATE = newYearsDay(1900)
export const LAST_DATE = newYearsEve(2199)

/** The number that some digits of a text are. Four times as fast as slicing them out, and every date is read this way. */
const figure = (text: string, from: number, end: number): number => {
  let n = 0
  for (let at = from; at < end; at++) n = n * 10 + text.charCodeAt(at) - 48
  return n
}

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
