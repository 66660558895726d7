import type { LocalDate } from '@awayday/kernel'
import type { Length, MonthDay } from '#domain/policy/length.ts'

/** The oracle's own calendar: every day of seventy years, written out by counting, numbered from 0. No formula is shared with the engine. */
export type DayNo = number
export type Ymd = { readonly y: number; readonly m: number; readonly d: number; readonly weekday: number }

const FIRST_YEAR = 1990
const LAST_YEAR = 2060

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
export const monthDays = (y: number, m: number): number => {
  if (m === 2) return isLeap(y) ? 29 : 28
  return m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31
}

const texts: LocalDate[] = []
const parts: Ymd[] = []
const numbers = new Map<string, DayNo>()
const monthStarts: DayNo[] = []
let weekday = 1 // 1 January 1990 was a Monday
for (let y = FIRST_YEAR; y <= LAST_YEAR; y++) {
  for (let m = 1; m <= 12; m++) {
    monthStarts.push(texts.length)
    for (let d = 1; d <= monthDays(y, m); d++) {
      const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
      numbers.set(text, texts.length)
      texts.push(text as LocalDate)
      parts.push({ y, m, d, weekday })
      weekday = weekday === 7 ? 1 : weekday + 1
    }
  }
}

export const no = (date: LocalDate): DayNo => {
  const day = numbers.get(date)
  if (day === undefined) throw new Error(`the oracle's almanac has no ${date}`)
  return day
}
export const dateOf = (day: DayNo): LocalDate => {
  const text = texts[day]
  if (text === undefined) throw new Error(`the oracle's almanac has no day ${day}`)
  return text
}
export const ymd = (day: DayNo): Ymd => {
  const found = parts[day]
  if (found === undefined) throw new Error(`the oracle's almanac has no day ${day}`)
  return found
}

/** A day of a month; past the month's end its last day. Months below 1 and above 12 are of other years. */
export const dayIn = (y: number, m: number, d: number): DayNo => {
  const month = (y - FIRST_YEAR) * 12 + m - 1
  const start = monthStarts[month]
  if (start === undefined) throw new Error(`the oracle's almanac has no ${y}-${m}`)
  return Math.min(start + d, monthStarts[month + 1] ?? texts.length) - 1
}
export const monthDayIn = (y: number, { month, day }: MonthDay): DayNo => dayIn(y, month, day)

export const plusMonths = (day: DayNo, months: number): DayNo => {
  const { y, m, d } = ymd(day)
  return dayIn(y, m + months, d)
}
export const plus = (day: DayNo, { n, unit }: Length): DayNo => {
  if (unit === 'day') return day + n
  if (unit === 'week') return day + 7 * n
  return plusMonths(day, unit === 'month' ? n : 12 * n)
}
/** The first such date on or after a day. */
export const nextMonthDay = (day: DayNo, date: MonthDay): DayNo => {
  const { y } = ymd(day)
  const [here, there] = [monthDayIn(y, date), monthDayIn(y + 1, date)]
  return here >= day ? here : there
}
