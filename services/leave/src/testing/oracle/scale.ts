import type { Proration } from '#domain/policy/proration.ts'
import type { DayPlan, Schedule } from '#domain/time/schedule.ts'
import { type Ratio, ratio } from './ratio.ts'

/** How a full amount follows the schedule; without any it stays whole. */
export const scaleOf = (scale: Proration['scale'], schedule: Schedule | undefined): Ratio => {
  if (scale === 'none' || !schedule) return ratio(1)
  if (scale === 'fte') return ratio(schedule.fte, 10_000)
  const plans = schedule.weeks.flat()
  const weeks = schedule.weeks.length
  if ('fullWeekDays' in scale)
    return ratio(
      plans.reduce((sum, plan) => sum + 5_000 * halves(plan), 0),
      weeks * scale.fullWeekDays,
    )
  return ratio(
    plans.reduce((sum, { minutes }) => sum + minutes, 0),
    weeks * scale.fullWeekMinutes,
  )
}

const halves = ({ halves }: DayPlan): number => (halves === 'none' ? 0 : halves === 'whole' ? 2 : 1)
