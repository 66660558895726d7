import { type LocalDate, unreachable } from '@awayday/kernel'
import type { Leave } from '../facts/facts.ts'
import type { Dates, Part } from '../time/absence.ts'
import type { Minute, Span } from '../time/schedule.ts'
import { DAY_ENDS, type DayWork, meeting, workWithin } from '../time/work-of.ts'

/** When somebody who is away for these parts of a day is missed: the minutes named in which there may be work. */
export const missed = (parts: readonly Part[], work: DayWork): readonly Span[] =>
  work.halves === 0 ? [] : parts.flatMap((part) => workWithin(work, spanOf(part, work.noon)))

/** When somebody is missed on a day because of these leaves. */
export const missedFor = (leaves: readonly Leave[], day: LocalDate, work: DayWork): readonly Span[] =>
  missed(
    leaves.flatMap(({ dates }) => partsOn(dates, day)),
    work,
  )

/** What leave names of a day. Asked of everybody for each day: without naming the others. */
const partsOn = (dates: Dates, day: LocalDate): readonly Part[] => {
  if (dates.kind === 'days') return dates.days.flatMap((named) => (named.day === day ? [named.part] : []))
  const { first, firstPart, last, lastPart } = dates
  if (day < first || last < day) return []
  return [day === first ? firstPart : day === last ? lastPart : 'whole']
}

/** The minutes a part names. A half without a side may be either one, so both are reckoned with. */
export const spanOf = (part: Part, noon: Minute): Span => {
  if (typeof part === 'object') return part
  switch (part) {
    case 'whole':
    case 'half':
      return { from: 0, to: DAY_ENDS }
    case 'am':
      return { from: 0, to: noon }
    case 'pm':
      return { from: noon, to: DAY_ENDS }
    default:
      return unreachable(part)
  }
}

/** What is left of spans without others. */
export const without = (spans: readonly Span[], others: readonly Span[]): readonly Span[] =>
  others.reduce<readonly Span[]>(
    (left, { from, to }) =>
      left.flatMap((span) => [...meeting(span, { from: 0, to: from }), ...meeting(span, { from: to, to: DAY_ENDS })]),
    spans,
  )

export const meet = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((span) => others.some((other) => meeting(span, other).length > 0))
