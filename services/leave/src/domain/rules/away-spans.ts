import type { LocalDate } from '@awayday/kernel'
import type { Leave } from '../facts/facts.ts'
import type { Part } from '../time/absence.ts'
import { partsOn } from '../time/parts-of.ts'
import type { Minute, Span } from '../time/schedule.ts'
import { spanOf } from '../time/span-of.ts'
import { type DayWork, meeting, workWithin } from '../time/work-of.ts'

/** When somebody who is away for these parts of a day is missed: the minutes named in which there may be work. */
export const missed = (parts: readonly Part[], work: DayWork): readonly Span[] =>
  work.halves === 0 ? [] : parts.flatMap((part) => workWithin(work, reckoned(part, work.noon)))

/** When somebody is missed on a day because of these leaves. */
export const missedFor = (leaves: readonly Leave[], day: LocalDate, work: DayWork): readonly Span[] =>
  missed(
    leaves.flatMap(({ dates }) => partsOn(dates, day)),
    work,
  )

/** The minutes a part names. A half without a side may be either one, so both are reckoned with. */
export const reckoned = (part: Part, noon: Minute): Span => spanOf(part === 'half' ? 'whole' : part, noon)

export const meet = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((span) => others.some((other) => meeting(span, other).length > 0))
