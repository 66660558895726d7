import type { Facts } from '../facts/facts.ts'
import type { Schedule } from '../time/schedule.ts'
import { type Day, dayOf, type Stretch } from './days.ts'
import { type Earning, earns, inForceAt, type Terms } from './terms.ts'

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

/** What somebody's time consists of. */
export type Course = {
  readonly employment: readonly Stretch[]
  readonly terms: readonly Terms[]
  readonly schedules: readonly { readonly from: Day; readonly schedule: Schedule }[]
  /** The days on which something changes, in order. */
  readonly changes: readonly Day[]
}

export const courseOf = ({ schedules }: Facts, employment: readonly Stretch[], terms: readonly Terms[]): Course => {
  const known = schedules.map(({ from, schedule }) => ({ from: dayOf(from), schedule }))
  const changes = [
    ...employment.flatMap(({ first, last }) => [first, last + 1]),
    ...terms.flatMap(({ from, lostBefore, begins, plan, stageDays }) => [
      from,
      lostBefore,
      begins,
      ...(plan?.cutPeriod === 'byDays' ? stageDays : []),
    ]),
    ...known.slice(1).map(({ from }) => from),
  ]
  return { employment, terms, schedules: known, changes: [...new Set(changes)].sort((a, b) => a - b) }
}

/** The segments of a period, in order, without gaps. */
export const segmentsOf = (course: Course, { first, last }: Stretch): readonly Segment[] => {
  const segments: Segment[] = []
  let from = first
  for (let nth = firstAfter(course.changes, first); from <= last; nth += 1) {
    const change = course.changes[nth] ?? last + 1
    const until = Math.min(change - 1, last)
    segments.push(segmentAt(course, from, until))
    from = until + 1
  }
  return segments
}

const segmentAt = ({ employment, terms: all, schedules }: Course, first: Day, last: Day): Segment => {
  const terms = all[inForceAt(all, first)]
  const earning = terms && earns(terms) && first >= Math.max(terms.from, terms.begins) ? terms : null
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
