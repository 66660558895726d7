import type { Schedule } from '../time/schedule.ts'
import { type Day, NO_END, type Stretch } from './days.ts'
import { type Earning, earns, inForceAt, type Terms } from './terms.ts'

/** Time in which nothing changes: who is employed, the terms, the schedule, the stage. */
export type Segment = Stretch & {
  /** Employed, and not waiting, by the policy in force, with what is earned being lost. */
  readonly employed: boolean
  /** Null where nothing is earned: no policy, no plan, or its first stage has not begun. */
  readonly terms: Earning | null
  /** In force; the first one also holds before. */
  readonly schedule: Schedule | null
}

/** A segment that pays. */
export type Paying = Segment & { readonly employed: true; readonly terms: Earning }

export const pays = (segment: Segment): segment is Paying => segment.employed && segment.terms !== null

export type SegmentsOf = (period: Stretch) => readonly Segment[]

/** Tells the segments of any period, in order, without gaps. All time is divided once, as periods are many and changes are few. */
export const segmented = (
  employment: readonly Stretch[],
  all: readonly Terms[],
  schedules: readonly { readonly from: Day; readonly schedule: Schedule }[],
): SegmentsOf => {
  const changes = [
    ...employment.flatMap(({ first, last }) => [first, last + 1]),
    ...all.flatMap(({ changes }) => changes),
    ...schedules.slice(1).map(({ from }) => from),
  ]
  const starts = [...new Set([-NO_END, ...changes])].sort((a, b) => a - b)
  const segments = starts.map((first, nth): Segment => {
    const terms = all[inForceAt(all, first)]
    const employed = employment.some((one) => one.first <= first && first <= one.last)
    return {
      first,
      last: (starts[nth + 1] ?? NO_END) - 1,
      employed: employed && !(terms && terms.from <= first && first < terms.lostBefore),
      terms: terms && earns(terms) && first >= terms.from && first >= terms.begins ? terms : null,
      schedule: (schedules.findLast(({ from }) => from <= first) ?? schedules[0])?.schedule ?? null,
    }
  })
  return ({ first, last }) => {
    const found: Segment[] = []
    for (let nth = placeOf(starts, first); (starts[nth] ?? NO_END) <= last; nth += 1) {
      const segment = segments[nth]
      if (!segment) break
      const { employed, terms, schedule } = segment
      found.push({
        first: Math.max(first, segment.first),
        last: Math.min(last, segment.last),
        employed,
        terms,
        schedule,
      })
    }
    return found
  }
}

/** The place of the last start on or before a day. */
const placeOf = (starts: readonly Day[], day: Day): number => {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= day) low = middle
    else high = middle
  }
  return low
}
