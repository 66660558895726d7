import type { Frequency } from '../policy/plan.ts'
import { type Day, NO_END, type Stretch } from './days.ts'
import { gridPeriod } from './grid.ts'
import { yearAround } from './leave-year.ts'
import { type Earning, earns, inForceAt, sameDate, sameFrequency, stageOf, type Terms } from './terms.ts'

/** A period that pays a grant: one of the grid, or what policies and milestones leave of it. */
export type Period = Stretch & {
  /** The period of the frequency's grid in which it lies. */
  readonly grid: Stretch
  readonly frequency: Frequency
  /** In force on its first day. */
  readonly terms: Earning
  readonly leaveYear: Stretch
}

/** The periods that start up to a day, oldest first, beginning with the one in which `start` lies. Time without a plan has none. */
export const periodsFrom = (all: readonly Terms[], start: Day, until: Day): readonly Period[] => {
  const periods: Period[] = []
  let leaveYear = NONE
  let at = inForceAt(all, start)
  // only the first one may have begun before its first day here: it is the whole of its grid's
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
      periods.push({ first, last, grid, frequency, terms, leaveYear })
      day = last + 1
    } else {
      const after = all[at + 1]
      if (!after) break
      day = after.from
    }
    begun = true
    for (let after = all[at + 1]; after && after.from <= day; after = all[at + 1]) {
      at += 1
      leaveYear = NONE
    }
  }
  return periods
}

/** Over before every day: the leave year is looked up when it is asked for next. */
const NONE: Stretch = { first: 0, last: -NO_END }

/** The last day of a period that holds `day`: its grid period's, or the day before another grid begins to hold in it. */
const cutBefore = (all: readonly Terms[], at: number, frequency: Frequency, day: Day, last: Day): Day => {
  let before = all[at]
  for (let nth = at; before; nth += 1) {
    const after = all[nth + 1]
    const until = after && after.from <= last ? after.from - 1 : last
    const cut = milestoneIn(before, frequency, nth === at ? day + 1 : before.from, until)
    if (cut !== undefined) return cut - 1
    if (!after || until === last) return last
    if (!goesOn(before, after)) return until
    before = after
  }
  return last
}

/** The first day in a stretch on which a milestone cuts a period: one that changes the frequency, or any where the plan splits. */
const milestoneIn = (terms: Terms, frequency: Frequency, from: Day, until: Day): Day | undefined => {
  if (!earns(terms) || terms.plan.cutPeriod === 'old') return undefined
  const splits = terms.plan.cutPeriod === 'split'
  return terms.stageDays.find(
    (day) =>
      from <= day &&
      day <= until &&
      ((splits && day > terms.begins) || !sameFrequency(stageOf(terms, day).frequency, frequency)),
  )
}

/** Whether the frequency and the leave year stay where one policy follows another. */
const goesOn = (before: Terms, after: Terms): boolean =>
  earns(before) &&
  earns(after) &&
  sameFrequency(stageOf(before, after.from).frequency, stageOf(after, after.from).frequency) &&
  sameDate(before.origin.leaveYear, after.origin.leaveYear)
