import type { Frequency } from '../policy/plan.ts'
import { type Day, NO_END, type Stretch } from './days.ts'
import { gridPeriod } from './grid.ts'
import { yearAround } from './leave-year.ts'
import { type Earning, earns, inForceAt, sameGrid, stageOf, type Terms } from './terms.ts'

/** A period that pays a grant: one of the grid, or what policies and milestones leave of it. */
export type Period = Stretch & {
  /** Its first day, or of the first period of all the first day on which a policy applies to somebody employed. */
  readonly opens: Day
  /** The period of the frequency's grid in which it lies. */
  readonly grid: Stretch
  readonly frequency: Frequency
  /** In force on its first day. */
  readonly terms: Earning
  readonly leaveYear: Stretch
}

/** The periods that start up to a day, oldest first, beginning with the one in which `start` lies. Time without a plan has none. */
export function* periodsFrom(all: readonly Terms[], start: Day, until: Day): Generator<Period> {
  let leaveYear = NONE
  let at = inForceAt(all, start)
  let [day, begun] = [start, false]
  for (let terms = all[at]; terms && day <= until; terms = all[at]) {
    if (earns(terms)) {
      const { frequency } = stageOf(terms, day)
      const { origin } = terms
      if (day > leaveYear.last) leaveYear = yearAround(origin.leaveYear, day)
      const grid = gridPeriod(frequency, origin, day, leaveYear)
      const first = begun ? day : grid.first
      const last = cutBefore(all, at, frequency, day, grid.last)
      if (first < leaveYear.first) leaveYear = yearAround(origin.leaveYear, first)
      yield { first, last, opens: day, grid, frequency, terms, leaveYear }
      day = last + 1
    } else {
      const after = all[at + 1]
      if (!after) return
      day = after.from
    }
    begun = true
    for (let after = all[at + 1]; after && after.from <= day; after = all[at + 1]) {
      at += 1
      leaveYear = NONE
    }
  }
}

const NONE: Stretch = { first: 0, last: -NO_END }

/** The last day of a period that holds `day`: its grid period's, or the day before another grid begins to hold in it. */
const cutBefore = (all: readonly Terms[], at: number, frequency: Frequency, day: Day, last: Day): Day => {
  const own = all[at]
  for (let nth = at; own && nth < all.length; nth += 1) {
    const terms = all[nth]
    if (!terms || (nth > at && terms.from > last)) break
    const before = all[nth - 1]
    const another = nth > at && !(before && goesOn(before, terms))
    if (another) return terms.from - 1
    if (!earns(terms) || terms.plan.cutPeriod === 'old') continue
    const [from, until] = [Math.max(day + 1, terms.from), Math.min(last, (all[nth + 1]?.from ?? last + 1) - 1)]
    const changed = (to: Day): boolean => !sameGrid(stageOf(terms, to).frequency, terms.origin, frequency, own.origin)
    const cut = terms.stageDays.find((begins) => begins >= from && begins <= until && changed(begins))
    if (cut !== undefined) return cut - 1
  }
  return last
}

/** Whether the frequency stays where one policy follows another. */
const goesOn = (before: Terms, after: Terms): boolean =>
  earns(before) &&
  earns(after) &&
  sameGrid(stageOf(before, after.from).frequency, before.origin, stageOf(after, after.from).frequency, after.origin)
