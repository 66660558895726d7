import { addDays, daysBetween, epochDay, type LocalDate } from '@awayday/kernel'

/** A day is two halves that part at noon. */
export type DayPart = 'whole' | 'am' | 'pm'

/**
 * The days somebody wishes to be away, both ends included. Of the first and the last day it may be only a half, either
 * one; between them all days are whole. One day alone names its part twice.
 */
export type Range = {
  readonly first: LocalDate
  readonly firstPart: DayPart
  readonly last: LocalDate
  readonly lastPart: DayPart
}

/** 366 days: a whole leave year, a leap year included. Longer absences are several requests. */
export const RANGE_DAYS_MAX = 366

export type NotARange =
  | { readonly type: 'EndBeforeStart'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly type: 'TooLong'; readonly days: number; readonly most: number }
  /** One day cannot begin with one part and end with another. */
  | { readonly type: 'PartsDisagree'; readonly firstPart: DayPart; readonly lastPart: DayPart }

/** What keeps four well-formed values from being a range. */
export const notARange = ({ first, firstPart, last, lastPart }: Range): NotARange | undefined => {
  if (last < first) return { type: 'EndBeforeStart', first, last }
  const days = daysBetween(first, last)
  if (days > RANGE_DAYS_MAX) return { type: 'TooLong', days, most: RANGE_DAYS_MAX }
  if (first === last && firstPart !== lastPart) return { type: 'PartsDisagree', firstPart, lastPart }
  return undefined
}

/** The days of a range with their parts, oldest first. */
export const daysOf = ({ first, firstPart, last, lastPart }: Range): readonly { day: LocalDate; part: DayPart }[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last)) }, (_, n) => {
    const day = addDays(first, n)
    return { day, part: day === first ? firstPart : day === last ? lastPart : 'whole' }
  })

/** Whether two ranges name the same half of the same day, worked or not. */
export const overlap = (a: Range, b: Range): boolean =>
  spansOf(a).some((x) => spansOf(b).some((y) => x.from <= y.to && y.from <= x.to))

/** Half days counted through: the morning of an epoch day is twice its number. The ends may leave a gap to the middle. */
type Span = { readonly from: number; readonly to: number }

const spansOf = ({ first, firstPart, last, lastPart }: Range): readonly Span[] => {
  const [start, end] = [spanOf(first, firstPart), spanOf(last, lastPart)]
  if (first === last) return [start]
  return [start, { from: spanOf(first, 'pm').to + 1, to: spanOf(last, 'am').from - 1 }, end].filter(
    ({ from, to }) => from <= to,
  )
}

const spanOf = (day: LocalDate, part: DayPart): Span => {
  const morning = epochDay(day) * 2
  return { from: part === 'pm' ? morning + 1 : morning, to: part === 'am' ? morning : morning + 1 }
}
