import { newYearsDay } from '@awayday/kernel'
import type { DayPlan, Schedule } from '../time/schedule.ts'

const nineToFive: DayPlan = { halves: 'whole', minutes: 480, times: [{ from: 9 * 60, to: 17 * 60 }] }
const dayOff: DayPlan = { halves: 'none', minutes: 0, times: [] }

/** What it is called where it takes the place of another. */
export const STARTER_SCHEDULE = 'starter'

/** Monday to Friday, nine to five: for everybody whose working time nobody has said yet. */
export const starterSchedule: Schedule = {
  anchor: newYearsDay(2024), // a Monday
  firstWeekday: 1,
  weeks: [[nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, dayOff, dayOff]],
  noon: 720,
  fte: 10_000,
}
