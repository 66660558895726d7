import type { Facts, Leave } from '../facts/facts.ts'
import { clashing, clashOf, overlapKind } from '../time/overlap.ts'
import { noonOn } from '../time/work-on.ts'
import type { Finding } from './broken.ts'
import type { Wish } from './wish.ts'

/**
 * How far leave may overlap the person's own pending or accepted leave. Of each pair of types the first such rule decides that is for the wish
 * and names the other; without one nothing overlaps, but sickness whose type gives leave back.
 */
export type OwnOverlap = {
  readonly kind: 'overlap'
  /** Leave of which types; null (default): of all. */
  readonly with: readonly string[] | null
  /** `none`; `partial`: some of the slots wished, not all of them; `full`: as it likes. */
  readonly allowed: 'none' | 'partial' | 'full'
}

/** All other leave together: two halves of two requests leave no room for a third. */
export const overlapping = (
  { allowed }: OwnOverlap,
  leaves: readonly Leave[],
  wish: Wish,
  facts: Facts,
): readonly Finding[] => {
  const dates = leaves.map((leave) => leave.dates)
  const noons = (day: Parameters<typeof noonOn>[1]) => noonOn(facts, day)
  const kind = overlapKind(dates, wish.dates, noons)
  if (HOW_MUCH[kind] <= HOW_MUCH[allowed]) return []
  const days = clashOf(dates, wish.dates, noons)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  return [
    {
      first,
      last,
      part: 'whole',
      required: { of: 'overlap', overlap: allowed },
      found: { of: 'overlap', overlap: kind },
      requests: [...new Set(clashing(leaves, wish.dates, noons).map(({ id }) => id))].toSorted(),
    },
  ]
}

const HOW_MUCH = { none: 0, partial: 1, full: 2 }
