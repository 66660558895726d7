import type { Part } from './absence.ts'
import { halvesOf, joined, type NamedSlots, slotsNamed } from './named-slots.ts'
import type { Minute, Span } from './schedule.ts'
import { meeting } from './work-of.ts'

/** In minutes; a half without a side counts as half of 24 hours. */
export type Taken = { readonly named: number; readonly taken: number }

/**
 * How much of what a wish names of a day others have taken. Their halves without a side keep out of its way while they
 * can: they lie where nobody names an hour. What finds no room there is pushed into the halves that the wish names.
 */
export const takenOf = (others: readonly NamedSlots[], wish: NamedSlots, noon: Minute): Taken => {
  const theirs = joined(others.flatMap(({ spans }) => spans))
  const own = joined(wish.spans)
  const loose = others.reduce((sum, { halves }) => sum + halves, 0)
  const free = halvesOf(noon).filter((half) => lengthWithin([...theirs, ...own], half) === 0).length
  const pushed = Math.max(0, loose - free)
  const room = Math.max(0, free - loose)

  const contested = halvesOf(noon)
    .map((half) => {
      const mine = own.flatMap((span) => meeting(span, half))
      return { mine: lengthOf(mine), both: mine.reduce((sum, span) => sum + lengthWithin(theirs, span), 0) }
    })
    .filter(({ mine }) => mine > 0)
    .toSorted((a, b) => a.both - b.both)
  const inHours = contested.reduce((sum, { mine, both }, nth) => sum + (nth < pushed ? mine : both), 0)
  return {
    named: lengthOf(own) + wish.halves * A_HALF,
    taken: inHours + Math.max(0, wish.halves - room) * A_HALF,
  }
}

/** Whether parts of a day share a slot, or want more halves without a side than there is room for. */
export const share = (some: readonly Part[], others: readonly Part[], noon: Minute): boolean =>
  takenOf([slotsNamed(some, noon)], slotsNamed(others, noon), noon).taken > 0

const A_HALF = 720

const lengthWithin = (spans: readonly Span[], frame: Span): number =>
  lengthOf(spans.flatMap((span) => meeting(span, frame)))

/** In minutes. */
const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)
