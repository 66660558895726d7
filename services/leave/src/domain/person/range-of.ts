import type { Dates, Range } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'

/** From the first to the last day that is named. Where a day is named in several parts, they are taken for the whole of it. */
export const rangeOf = (dates: Dates): Range => {
  if (dates.kind === 'range') {
    const { first, firstPart, last, lastPart } = dates
    return { first, firstPart, last, lastPart }
  }
  const days = partsOf(dates)
  const [start, end] = [days[0], days.at(-1)]
  if (!start || !end) throw new Error('leave without a day')
  return { first: start.day, firstPart: partOf(start), last: end.day, lastPart: partOf(end) }
}

const partOf = ({ parts: [part, ...more] }: ReturnType<typeof partsOf>[number]): Range['firstPart'] =>
  part === undefined || more.length > 0 ? 'whole' : part
