import type { LocalDate } from '@awayday/kernel'
import type { Dates } from './absence.ts'
import { slotsNamed } from './named-slots.ts'
import { partsOf, partsOn } from './parts-of.ts'
import type { Minute } from './schedule.ts'
import { takenOf } from './taken.ts'
import { NOON } from './work-on.ts'

/** Whether two leaves name the same slot, worked or not. Hours are half-open; two halves without a side fit into a day. */
export const overlap = (a: Dates, b: Dates, noon: Minute = NOON): boolean => clashOf([a], b, noon).length > 0

/** The days on which a wish finds no room beside other leave, all of it together: a third half without a side clashes. */
export const clashOf = (others: readonly Dates[], wish: Dates, noon: Minute = NOON): readonly LocalDate[] =>
  shared(others, wish, noon).flatMap(({ day, taken }) => (taken > 0 ? [day] : []))

/** How much of the slots that a wish names other leave names too. */
export const overlapKind = (
  others: readonly Dates[],
  wish: Dates,
  noon: Minute = NOON,
): 'none' | 'partial' | 'full' => {
  const days = shared(others, wish, noon)
  if (days.every(({ taken }) => taken === 0)) return 'none'
  return days.every(({ taken, named }) => taken === named) ? 'full' : 'partial'
}

type Shared = { readonly day: LocalDate; readonly named: number; readonly taken: number }

const shared = (others: readonly Dates[], wish: Dates, noon: Minute): readonly Shared[] =>
  partsOf(wish).map(({ day, parts }) => {
    const theirs = others.map((other) => slotsNamed(partsOn(other, day), noon))
    return { day, ...takenOf(theirs, slotsNamed(parts, noon), noon) }
  })
