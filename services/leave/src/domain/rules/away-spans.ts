import { type LocalDate, unreachable } from '@awayday/kernel'
import type { Leave } from '../facts/facts.ts'
import type { Part } from '../time/absence.ts'
import { partsOn } from '../time/parts-of.ts'
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

export const meet = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((span) => others.some((other) => meeting(span, other).length > 0))
