import type { Schedule } from '../time/schedule.ts'
import type { Course } from './course.ts'
import type { Day, Stretch } from './days.ts'
import { type Earning, earns, inForceAt } from './terms.ts'

/** Part of a period in which nothing changes: who is employed, the terms, the schedule, the stage. */
export type Segment = Stretch & {
  /** Employed, and not waiting with what is earned being lost. */
  readonly employed: boolean
  /** Null where nothing is earned: no policy, no plan, or its first stage has not begun. */
  readonly terms: Earning | null
  /** In force; the first one also holds before. */
  readonly schedule: Schedule | null
}

/** A segment that pays. */
export type Paying = Segment & { readonly employed: true; readonly terms: Earning }

export const pays = (segment: Segment): segment is Paying => segment.employed && segment.terms !== null

/** The segments of a period, in order, without gaps. */
export const segmentsOf = (course: Course, { first, last }: Stretch): readonly Segment[] => {
  const segments: Segment[] = []
  let from = first
  for (let nth = firstAfter(course.changes, first); from <= last; nth += 1) {
    const change = course.changes[nth] ?? last + 1
    if (change <= from) continue
    const until = Math.min(change - 1, last)
    segments.push(segmentAt(course, from, until))
    from = until + 1
  }
  return segments
}

const segmentAt = ({ employment, terms: all, schedules }: Course, first: Day, last: Day): Segment => {
  const terms = all[inForceAt(all, first)]
  const earning = terms && earns(terms) && first >= terms.from && first >= terms.begins ? terms : null
  const employed = employment.some((one) => one.first <= first && first <= one.last)
  const schedule = schedules.findLast(({ from }) => from <= first) ?? schedules[0]
  return {
    first,
    last,
    employed: employed && !(terms && first < terms.lostBefore),
    terms: earning,
    schedule: schedule?.schedule ?? null,
  }
}

/** The place of the first change after a day. */
const firstAfter = (changes: readonly Day[], day: Day): number => {
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle] ?? 0) > day) high = middle
    else low = middle + 1
  }
  return low
}
