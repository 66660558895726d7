import type { AbsentDay, Dates } from '../time/absence.ts'
import type { Noons } from '../time/overlap.ts'
import type { Minute, Span } from '../time/schedule.ts'
import { spanOf } from '../time/span-of.ts'
import { NOON } from '../time/work-on.ts'
import { namedDays } from './wish.ts'

/** What a change adds and takes back: days with the part named, as far as it is not wholly named on the other side. */
export type Difference = { readonly added: readonly AbsentDay[]; readonly removed: readonly AbsentDay[] }

/** `noons`: where mornings end; 12:00 by default. */
export const differenceOf = (before: Dates, after: Dates, noons: Noons = () => NOON): Difference => {
  const [old, now] = [namedDays(before), namedDays(after)]
  return {
    added: now.filter((named) => !isWithin(named, old, noons(named.day))),
    removed: old.filter((named) => !isWithin(named, now, noons(named.day))),
  }
}

const isWithin = ({ day, part }: AbsentDay, others: readonly AbsentDay[], noon: Minute): boolean => {
  const sameDay = others.filter((other) => other.day === day).map((other) => other.part)
  // Nobody said which half: it is within the same, or within the whole day.
  if (part === 'half') return sameDay.includes('whole') || sameDay.includes('half')
  return covers(
    sameDay.flatMap((other) => (other === 'half' ? [] : spanOf(other, noon))),
    spanOf(part, noon),
  )
}

const covers = (spans: readonly Span[], { from, to }: Span): boolean => {
  const inOrder = [...spans].sort((a, b) => a.from - b.from)
  return inOrder.reduce((end, span) => (span.from <= end ? Math.max(end, span.to) : end), from) >= to
}
