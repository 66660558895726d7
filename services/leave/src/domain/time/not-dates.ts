import { daysBetween, type LocalDate } from '@awayday/kernel'
import type { Dates, Part, Range } from './absence.ts'
import { clashOf } from './overlap.ts'
import { type NamedDay, partsOf } from './parts-of.ts'
import type { Span } from './schedule.ts'
import { DAY_ENDS } from './work-of.ts'

/** Three years, a leap day included: as long as parental leave may be (§ 15 BEEG). Longer absences are several requests, so that a record stays far below what one append may hold. */
export const RANGE_DAYS_MAX = 1_096

export type NotDates =
  | { readonly type: 'EndBeforeStart'; readonly first: LocalDate; readonly last: LocalDate }
  /** From the first day to the last, those between that are not named too. */
  | { readonly type: 'TooLong'; readonly days: number; readonly most: number }
  /** One day cannot begin with one part and end with another. */
  | { readonly type: 'PartsDisagree'; readonly firstPart: Part; readonly lastPart: Part }
  | { readonly type: 'NoDays' }
  /** Times are whole minutes of the day, and end after they begin. */
  | { readonly type: 'NotTimes'; readonly from: number; readonly to: number }
  /** A day is named more than once, with parts that do not fit into it together. */
  | { readonly type: 'NamedTwice'; readonly day: LocalDate }

/** What keeps well-formed values from being the dates of a leave. */
export const notDates = (dates: Dates): NotDates | undefined =>
  dates.kind === 'range' ? notARange(dates) : notDays(dates.days)

const notARange = ({ first, firstPart, last, lastPart }: Range): NotDates | undefined => {
  if (last < first) return { type: 'EndBeforeStart', first, last }
  if (first === last && !samePart(firstPart, lastPart)) return { type: 'PartsDisagree', firstPart, lastPart }
  return tooLong(first, last) ?? notTimes([firstPart, lastPart])
}

const notDays = (days: Extract<Dates, { kind: 'days' }>['days']): NotDates | undefined => {
  const named = partsOf({ kind: 'days', days })
  const [first, last] = [named[0], named.at(-1)]
  if (!first || !last) return { type: 'NoDays' }
  return tooLong(first.day, last.day) ?? notTimes(days.map(({ part }) => part)) ?? namedTwice(named)
}

const tooLong = (first: LocalDate, last: LocalDate): NotDates | undefined => {
  const days = daysBetween(first, last)
  return days > RANGE_DAYS_MAX ? { type: 'TooLong', days, most: RANGE_DAYS_MAX } : undefined
}

const notTimes = (parts: readonly Part[]): NotDates | undefined => {
  const wrong = parts.find((part): part is Span => typeof part === 'object' && !isSpan(part))
  return wrong && { type: 'NotTimes', from: wrong.from, to: wrong.to }
}

const isSpan = ({ from, to }: Span): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= DAY_ENDS

const namedTwice = (named: readonly NamedDay[]): NotDates | undefined => {
  const day = named.find(({ day, parts }) => !fits(day, parts))?.day
  return day && { type: 'NamedTwice', day }
}

/** Whether parts of a day leave room for each other, all together. */
const fits = (day: LocalDate, parts: readonly Part[]): boolean =>
  parts.every((part, nth) => {
    const one = (of: Part): Dates => ({ kind: 'days', days: [{ day, part: of }] })
    return clashOf(parts.slice(0, nth).map(one), one(part)).length === 0
  })

const samePart = (a: Part, b: Part): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.from === b.from && a.to === b.to : a === b
