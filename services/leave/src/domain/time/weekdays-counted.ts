import { newYearsEve } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Whereabouts } from './charged.ts'
import type { DayPlan, Schedule } from './schedule.ts'

/** Where the counting names weekdays, whole days on each of them take the place of the person's schedules. */
export const asCounted = (where: Whereabouts, { days, hours }: Counting): Whereabouts => {
  if (typeof days === 'string') return where
  const minutes = hours === 'scheduled' ? EIGHT_HOURS : hours.dayMinutes
  return { ...where, schedules: [{ from: ALWAYS, schedule: weekOf(days.weekdays, minutes), fact: '' }] }
}

/** The length of a day where nothing says it. */
export const EIGHT_HOURS = 480
const ALWAYS = newYearsEve(1899)
const NOTHING: DayPlan = { halves: 'none', minutes: 0, times: [] }

const weekOf = (weekdays: readonly number[], minutes: number): Schedule => ({
  anchor: ALWAYS,
  firstWeekday: 1,
  weeks: [
    [1, 2, 3, 4, 5, 6, 7].map((day) => (weekdays.includes(day) ? { halves: 'whole', minutes, times: [] } : NOTHING)),
  ],
  noon: 720,
  fte: 10_000,
})
