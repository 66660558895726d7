import type { LocalDate } from '@awayday/kernel'
import { type Away, slotsOf } from '../time/day-states.ts'
import type { Slot } from '../time/slot.ts'
import { isEmployed } from './employed.ts'
import type { Facts } from './facts.ts'

/** What a day of somebody is made of: where they are not employed nothing is worked, so that it is free and no leave takes from it. */
export const slotsFor = (
  facts: Pick<Facts, 'places' | 'calendars' | 'schedules' | 'employment'>,
  leaves: readonly Away[],
  day: LocalDate,
  sickTypes: readonly string[] = [],
): readonly Slot[] => (isEmployed(facts.employment, day) ? slotsOf(facts, leaves, day, sickTypes) : FREE)

const FREE: readonly Slot[] = [
  { part: 'am', state: 'free', leave: null },
  { part: 'pm', state: 'free', leave: null },
]
