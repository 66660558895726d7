import type { Part, Range } from '#domain/time/absence.ts'

type DayPart = 'whole' | 'am' | 'pm'
export type RangeShown = Pick<Range, 'first' | 'last'> & { readonly firstPart: DayPart; readonly lastPart: DayPart }

/** A range in whole days and halves, for those who know no others. */
export const rangeShown = ({ first, firstPart, last, lastPart }: Range): RangeShown => ({
  first,
  firstPart: dayPart(firstPart),
  last,
  lastPart: dayPart(lastPart),
})

const dayPart = (part: Part): DayPart => (part === 'am' || part === 'pm' ? part : 'whole')
