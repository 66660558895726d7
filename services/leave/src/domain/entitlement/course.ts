import type { Facts } from '../facts/facts.ts'
import { type WorkCalendar, workCalendar } from '../time/work-calendar.ts'
import { type Day, dateOf, dayOf, NO_END, type Stretch } from './days.ts'
import { joiningOf } from './leave-year.ts'
import { type SegmentsOf, segmented } from './segments.ts'
import { type Terms, termsOf } from './terms.ts'

/** What a person's entitlement of a leave type follows from, in epoch days. */
export type Course = {
  readonly facts: Facts
  readonly joining: Day
  /** Without a known end, up to `NO_END`. */
  readonly employment: readonly Stretch[]
  readonly terms: readonly Terms[]
  readonly segmentsOf: SegmentsOf
  /** What is planned; made when first asked for, as few plans ask. */
  readonly work: () => WorkCalendar
}

/** For periods that start up to a day. Null for who has no day of joining. */
export const courseOf = (facts: Facts, leaveType: string, until: Day): Course | null => {
  const joining = joiningOf(facts)
  if (joining === null) return null
  const terms = termsOf(facts, leaveType, joining)
  const employment = facts.employment.map((one) => ({
    first: dayOf(one.from),
    last: one.until === null ? NO_END : dayOf(one.until),
  }))
  const schedules = facts.schedules.map(({ from, schedule }) => ({ from: dayOf(from), schedule }))
  let work: WorkCalendar | undefined
  return {
    facts,
    joining,
    employment,
    terms,
    segmentsOf: segmented(employment, terms, schedules),
    work: () => {
      work ??= workCalendar(facts, dateOf(joining), dateOf(until + LONGEST_PERIOD))
      return work
    },
  }
}

/** A year, after a leave year that grants may be rounded over. */
const LONGEST_PERIOD = 2 * 366
