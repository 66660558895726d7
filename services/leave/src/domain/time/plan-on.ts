import { epochDay, type LocalDate } from '@awayday/kernel'
import { inForce } from './in-force.ts'
import type { DayPlan, Schedule, Scheduled } from './schedule.ts'

/** What is planned on a day by the schedule valid on it. Before the first schedule nothing is. */
export const planOn = (schedules: readonly Scheduled[], day: LocalDate): DayPlan => {
  const inForceThen = inForce(schedules, day)
  return inForceThen ? planOf(inForceThen.schedule, epochDay(day)) : NOTHING_PLANNED
}

/** What a schedule plans for an epoch day, were it always valid: the rotation also runs before its anchor. */
export const planOf = ({ anchor, firstWeekday, weeks }: Schedule, day: number): DayPlan => {
  const nth = weekOf(day, firstWeekday) - weekOf(epochDay(anchor), firstWeekday)
  const place = mod(day + MONDAY - (firstWeekday - 1), 7)
  return weeks[mod(nth, weeks.length)]?.[place] ?? NOTHING_PLANNED
}

export const NOTHING_PLANNED: DayPlan = { halves: 'none', minutes: 0, times: [] }

/** Weeks counted through from some week long ago, each beginning with `firstWeekday`. */
const weekOf = (day: number, firstWeekday: number): number => Math.floor((day + MONDAY - (firstWeekday - 1)) / 7)

/** 1970-01-01, the epoch day 0, was a Thursday: three days after a Monday. */
const MONDAY = 3

const mod = (n: number, by: number): number => ((n % by) + by) % by
