import { epochDay, type LocalDate } from '@awayday/kernel'
import { inForce } from './in-force.ts'
import type { DayPlan, Schedule, Scheduled } from './schedule.ts'

/** What is planned on a day by the schedule valid on it. Before the first schedule nothing is. */
export const planOn = (schedules: readonly Scheduled[], day: LocalDate): DayPlan => {
  const valid = inForce(schedules, day)
  return valid ? rotationOf(valid.schedule)(epochDay(day)) : NOTHING_PLANNED
}

/** What a schedule plans for an epoch day, were it always valid: the rotation also runs before its anchor. */
export const rotationOf = ({ anchor, firstWeekday, weeks }: Schedule): ((day: number) => DayPlan) => {
  /** Days counted through from the beginning of some week long ago. */
  const counted = (day: number): number => day + MONDAY - (firstWeekday - 1)
  const firstWeek = Math.floor(counted(epochDay(anchor)) / 7)
  return (day) => {
    const week = Math.floor(counted(day) / 7)
    return weeks[mod(week - firstWeek, weeks.length)]?.[mod(counted(day), 7)] ?? NOTHING_PLANNED
  }
}

const NOTHING_PLANNED: DayPlan = { halves: 'none', minutes: 0, times: [] }

/** 1970-01-01, the epoch day 0, was a Thursday: three days after a Monday. */
const MONDAY = 3

const mod = (n: number, by: number): number => ((n % by) + by) % by
