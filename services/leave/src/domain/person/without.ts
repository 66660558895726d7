import type { LocalDate } from '@awayday/kernel'
import type { AbsentDay, Dates, Part } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Minute, Span } from '../time/schedule.ts'
import { spanOf } from '../time/span-of.ts'
import { DAY_ENDS } from '../time/work-of.ts'
import { NOON } from '../time/work-on.ts'

/** What stays of a leave without these days and parts of days. Unchanged where it names none of them. */
export const without = (
  dates: Dates,
  days: readonly AbsentDay[],
  noonOn: (day: LocalDate) => Minute = () => NOON,
): Dates => {
  const named = partsOf(dates).flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))
  const left = named.flatMap(({ day, part }) => {
    const gone = days.filter((one) => one.day === day).map((one) => one.part)
    return gone
      .reduce<readonly Part[]>((parts, one) => parts.flatMap((it) => partLess(it, one, noonOn(day))), [part])
      .map((rest) => ({ day, part: rest }))
  })
  return JSON.stringify(left) === JSON.stringify(named) ? dates : { kind: 'days', days: left }
}

/** A half without a side is taken from a day or a half as a whole, and only another one, or the whole day, takes it. */
const partLess = (part: Part, gone: Part, noon: Minute): readonly Part[] => {
  if (gone === 'whole') return []
  if (part === 'half') return gone === 'half' ? [] : [part]
  if (gone === 'half') return part === 'whole' ? ['half'] : part === 'am' || part === 'pm' ? [] : [part]
  const [from, less] = [spanOf(part, noon), spanOf(gone, noon)]
  return [
    { from: from.from, to: Math.min(from.to, less.from) },
    { from: Math.max(from.from, less.to), to: from.to },
  ]
    .filter((rest) => rest.from < rest.to)
    .map((rest) => (rest.from === from.from && rest.to === from.to ? part : partOf(rest, noon)))
}

const partOf = ({ from, to }: Span, noon: Minute): Part => {
  if (from === 0 && to === noon) return 'am'
  return from === noon && to === DAY_ENDS ? 'pm' : { from, to }
}
