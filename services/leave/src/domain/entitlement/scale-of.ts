import { PARTS_PER_UNIT } from '@awayday/kernel'
import type { Proration } from '../policy/proration.ts'
import type { DayPlan, Schedule } from '../time/schedule.ts'
import { plannedHalves } from '../time/work-of.ts'
import { type Fraction, fraction, ONE } from './fraction.ts'

/** How much of a full amount somebody with a schedule earns; without any schedule, all of it. */
export const scaleOf = (scale: Proration['scale'], schedule: Schedule | null): Fraction => {
  if (scale === 'none' || !schedule) return ONE
  if (scale === 'fte') return fraction(schedule.fte, PARTS_PER_UNIT)
  const weeks = schedule.weeks.length
  return 'fullWeekDays' in scale
    ? fraction(planned(schedule, plannedHalves) * (PARTS_PER_UNIT / 2), weeks * scale.fullWeekDays)
    : fraction(planned(schedule, minutesOf), weeks * scale.fullWeekMinutes)
}

/** What all weeks of a rotation plan together. */
export const planned = ({ weeks }: Schedule, of: (plan: DayPlan) => number): number =>
  weeks.flat().reduce((sum, plan) => sum + of(plan), 0)

export const minutesOf = ({ minutes }: DayPlan): number => minutes
