import type { Facts } from '../facts/facts.ts'
import type { Schedule } from '../time/schedule.ts'
import { type WorkCalendar, workCalendar } from '../time/work-calendar.ts'
import { type Day, dateOf, dayOf, NO_END, type Stretch } from './days.ts'
import { joiningOf } from './leave-year.ts'
import { type Terms, termsOf } from './terms.ts'

/** What a person's entitlement of a leave type follows from, in epoch days. */
export type Course = {
  readonly facts: Facts
  readonly joining: Day
  /** Without a known end, up to `NO_END`. */
  readonly employment: readonly Stretch[]
  readonly terms: readonly Terms[]
  readonly schedules: readonly { readonly from: Day; readonly schedule: Schedule }[]
  /** The days on which something changes, in order. */
  readonly changes: readonly Day[]
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
  const changes = [
    ...employment.flatMap(({ first, last }) => [first, last + 1]),
    ...terms.flatMap(({ changes }) => changes),
    ...schedules.slice(1).map(({ from }) => from),
  ]
  let work: WorkCalendar | undefined
  return {
    facts,
    joining,
    employment,
    terms,
    schedules,
    changes: changes.sort((a, b) => a - b),
    work: () => {
      work ??= workCalendar(facts, dateOf(joining), dateOf(until + LONGEST_PERIOD))
      return work
    },
  }
}

/** A year, after a leave year that grants may be rounded over. */
const LONGEST_PERIOD = 2 * 366
