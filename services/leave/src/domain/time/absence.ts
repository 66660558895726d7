import type { LocalDate } from '@awayday/kernel'
import type { Half } from './calendar.ts'
import type { Span } from './schedule.ts'

/** How much of a day somebody is away: all of it, a half, or from a minute to another. */
export type Part = 'whole' | Half | Span

export type AbsentDay = { readonly day: LocalDate; readonly part: Part }

/**
 * Both ends included. Of the first and the last day it may be only a part, either half (`am` on the first day leaves a
 * gap in the afternoon) or a span (`14:00` to the end of the day); between them all days are whole. One day alone names its part twice.
 */
export type Range = {
  readonly first: LocalDate
  readonly firstPart: Part
  readonly last: LocalDate
  readonly lastPart: Part
}

/** The days somebody wishes to be away: a range, or days one by one (a day may be named twice with parts that do not meet). */
export type Dates =
  | ({ readonly kind: 'range' } & Range)
  | { readonly kind: 'days'; readonly days: readonly AbsentDay[] }
