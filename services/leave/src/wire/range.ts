import type { LocalDate } from '@awayday/kernel'
import type { Range } from '#domain/time/absence.ts'
import { partText } from '#domain/time/part-text.ts'

/** Parts: `whole`, `am`, `pm`, `half`, or hours such as `09:00-12:30`. */
export type RangeShown = {
  readonly first: LocalDate
  readonly firstPart: string
  readonly last: LocalDate
  readonly lastPart: string
}

export const rangeShown = ({ first, firstPart, last, lastPart }: Range): RangeShown => ({
  first,
  firstPart: partText(firstPart),
  last,
  lastPart: partText(lastPart),
})
