import { type LocalDate, type PersonId, weekday } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { slotsOf } from '../time/day-states.ts'
import { workOn } from '../time/work-on.ts'
import type { Presence } from './office.ts'

/** Whether people work on a day, by their own facts. Of whom nothing is known, it is taken that they work from Monday to Friday. */
export const presenceBy =
  (facts: ReadonlyMap<PersonId, Pick<Facts, 'places' | 'calendars' | 'schedules' | 'leaves'>>): Presence =>
  (person, day) => {
    const theirs = facts.get(person)
    if (!theirs) return usual(day)
    if (workOn(theirs, day).halves === 0) return 'free'
    const accepted = theirs.leaves.filter(({ status }) => status === 'accepted')
    return slotsOf(theirs, accepted, day).some(({ state }) => state === 'work') ? 'works' : 'away'
  }

const usual = (day: LocalDate): 'works' | 'free' => (weekday(day) <= 5 ? 'works' : 'free')
