import { addDays, type LocalDate } from '@awayday/kernel'
import { isEmployed } from '../facts/employed.ts'
import type { Dates, Part, Range } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'
import { type Employment, periods } from './employment.ts'

/**
 * When somebody is away by a leave: a range for each run of days that it names, so that single days stay single days. Oldest first. Days on
 * which they are not employed are in none: whoever has left is not away, and is so again when the end of employment is taken back.
 */
export const awayRanges = (dates: Dates, employment: Employment): readonly Range[] => {
  const known = periods(employment)
  return partsOf(dates)
    .filter(({ day }) => isEmployed(known, day))
    .flatMap(({ day, parts }) => together(parts).map((part) => oneDay(day, part)))
    .reduce<readonly Range[]>(lengthened, [])
}

const oneDay = (day: LocalDate, part: Part): Range => ({ first: day, firstPart: part, last: day, lastPart: part })

/** Both halves of a day are all of it. */
const together = (parts: readonly Part[]): readonly Part[] =>
  ['am,pm', 'half,half'].includes(parts.join()) ? ['whole'] : parts

/** Only the ends of a range may be parts of a day. */
const lengthened = (ranges: readonly Range[], next: Range): readonly Range[] => {
  const before = ranges.at(-1)
  const follows = before !== undefined && addDays(before.last, 1) === next.first
  if (!follows || (before.first < before.last && before.lastPart !== 'whole')) return [...ranges, next]
  const { last, lastPart } = next
  return [...ranges.slice(0, -1), { ...before, last, lastPart }]
}
