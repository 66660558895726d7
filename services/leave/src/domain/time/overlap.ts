import type { LocalDate } from '@awayday/kernel'
import type { Dates } from './absence.ts'
import { slotsNamed } from './named-slots.ts'
import { partsOf, partsOn } from './parts-of.ts'
import type { Minute } from './schedule.ts'
import { takenOf } from './taken.ts'
import { NOON } from './work-on.ts'

/** Where the morning of each day ends. */
export type Noons = (day: LocalDate) => Minute

const usual: Noons = () => NOON

/** Whether two leaves name the same slot, worked or not. Hours are half-open; two halves without a side fit into a day. */
export const overlap = (a: Dates, b: Dates, noons: Noons = usual): boolean => clashOf([a], b, noons).length > 0

/** The days on which a wish finds no room beside other leave, all of it together: a third half without a side clashes. */
export const clashOf = (others: readonly Dates[], wish: Dates, noons: Noons = usual): readonly LocalDate[] =>
  shared(others, wish, noons).flatMap(({ day, taken }) => (taken > 0 ? [day] : []))

/** Which of them a wish finds no room beside: those that share a slot with it; on a day that only all together fill, all that name it. */
export const clashing = <Other extends { readonly dates: Dates }>(
  others: readonly Other[],
  wish: Dates,
  noons: Noons = usual,
): readonly Other[] => {
  const all = others.map(({ dates }) => dates)
  const found = clashOf(all, wish, noons).flatMap((day) => {
    const there = others.filter(({ dates }) => partsOn(dates, day).length > 0)
    const alone = there.filter(({ dates }) => clashOf([dates], wish, noons).includes(day))
    return alone.length > 0 ? alone : there
  })
  return others.filter((other) => found.includes(other))
}

/** How much of the slots that a wish names other leave names too. */
export const overlapKind = (
  others: readonly Dates[],
  wish: Dates,
  noons: Noons = usual,
): 'none' | 'partial' | 'full' => {
  const days = shared(others, wish, noons)
  if (days.every(({ taken }) => taken === 0)) return 'none'
  return days.every(({ taken, named }) => taken === named) ? 'full' : 'partial'
}

type Shared = { readonly day: LocalDate; readonly named: number; readonly taken: number }

const shared = (others: readonly Dates[], wish: Dates, noons: Noons): readonly Shared[] =>
  partsOf(wish).map(({ day, parts }) => {
    const noon = noons(day)
    const theirs = others.map((other) => slotsNamed(partsOn(other, day), noon))
    return { day, ...takenOf(theirs, slotsNamed(parts, noon), noon) }
  })
