import { monthStart, unreachable } from '@awayday/kernel'
import type { MonthDay } from '../policy/length.ts'
import type { Frequency } from '../policy/plan.ts'
import { type Day, dayInMonth, dayOf, daysIn, inYear, monthOf, NO_END, type Stretch } from './days.ts'
import { yearAround } from './leave-year.ts'

/** What a grid starts from. */
export type Origin = { readonly leaveYear: MonthDay; readonly joining: Day }

/** The period of a frequency's grid in which a day lies, were somebody always employed. `leaveYear`: that of the day, where it is known. */
export const gridPeriod = (frequency: Frequency, origin: Origin, day: Day, leaveYear?: Stretch): Stretch => {
  switch (frequency.every) {
    case 'continuous':
    case 'day':
      return { first: day, last: day }
    case 'week':
      return daysOf(7, day, frequency.weekday === 'joining' ? origin.joining : WEEK_OF_MONDAYS + frequency.weekday - 1)
    case 'twoWeeks':
      return daysOf(14, day, frequency.anchor === 'joining' ? origin.joining : dayOf(frequency.anchor))
    case 'halfMonth':
      return between(day, (month) => frequency.days.map((dayOfMonth) => dayInMonth(month, dayOfMonth)), 1)
    case 'month': {
      const { on } = frequency
      return typeof on === 'number'
        ? between(day, (month) => [dayInMonth(month, on)], 1)
        : monthsFrom(1, on, origin, day, leaveYear)
    }
    case 'quarter':
    case 'halfYear':
    case 'year': {
      const { on } = frequency
      return typeof on === 'string'
        ? monthsFrom(MONTHS[frequency.every], on, origin, day, leaveYear)
        : between(day, (month) => on.map((date) => inYear(date, Math.floor(month / 12))), 12)
    }
    default:
      return unreachable(frequency)
  }
}

/** How many periods of the grid start in a leave year. */
export const startsIn = (frequency: Frequency, origin: Origin, leaveYear: Stretch): number => {
  if (frequency.every === 'continuous' || frequency.every === 'day') return daysIn(leaveYear)
  if ('on' in frequency && frequency.on === 'leaveYear') return Math.floor(12 / MONTHS[frequency.every])
  let count = 0
  for (let day = leaveYear.first; day <= leaveYear.last; ) {
    const { first, last } = gridPeriod(frequency, origin, day, leaveYear)
    if (first === day) count += 1
    day = last + 1
  }
  return count
}

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const

/** 5 January 1970 was a Monday. */
const WEEK_OF_MONDAYS = 4

const daysOf = (length: number, day: Day, start: Day): Stretch => {
  const first = day - ((((day - start) % length) + length) % length)
  return { first, last: first + length - 1 }
}

/** Steps of so many months from each leave year's first day, or counted through from the day of joining. */
const monthsFrom = (
  step: number,
  on: 'leaveYear' | 'joining',
  origin: Origin,
  day: Day,
  leaveYear: Stretch | undefined,
): Stretch => {
  if (on === 'joining') return stepAround(origin.joining, step, day, NO_END)
  const year = leaveYear ?? yearAround(origin.leaveYear, day)
  const { first, last } = stepAround(year.first, step, day, 12)
  return { first, last: Math.min(last, year.last) }
}

/** No step begins `end` months after the start or later: the one before lasts. */
const stepAround = (start: Day, step: number, day: Day, end: number): Stretch => {
  const startMonth = monthOf(start)
  const dayOfMonth = start - monthStart(startMonth) + 1
  const begins = (month: number): Day => dayInMonth(startMonth + month, dayOfMonth)
  const month = Math.floor((monthOf(day) - startMonth) / step) * step
  const nth = Math.min(begins(month) <= day ? month : month - step, end - step)
  return { first: begins(nth), last: nth + step === end ? NO_END : begins(nth + step) - 1 }
}

/** From the last of some days on or before `day` to the day before the next; the days are those of one month, or of one year (`months` 12, named by its January). */
const between = (day: Day, daysFrom: (month: number) => readonly Day[], months: 1 | 12): Stretch => {
  const now = monthOf(day) - (monthOf(day) % months)
  const days = [...daysFrom(now - months), ...daysFrom(now), ...daysFrom(now + months)]
  const first = Math.max(...days.filter((one) => one <= day))
  return { first, last: Math.min(...days.filter((one) => one > day)) - 1 }
}
