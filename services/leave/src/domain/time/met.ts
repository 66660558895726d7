import { unreachable } from '@awayday/kernel'
import type { Part } from './absence.ts'
import type { Span } from './schedule.ts'
import { DAY_ENDS, type DayWork, lengthOf, meeting, minutesOfAHalf, workWithin } from './work-of.ts'

/** A part of a day that is no stretch of time. */
type Slot = Exclude<Part, Span>

/** How many worked halves a part of the day meets. A half without a side meets any one, and any half meets a worked one without a side. */
export const halvesMet = (work: DayWork, part: Slot): number => {
  switch (part) {
    case 'whole':
      return work.halves
    case 'am':
      return Number(work.am)
    case 'pm':
      return Number(work.pm)
    case 'half':
      return Math.min(1, work.halves)
    default:
      return unreachable(part)
  }
}

/** How much working time a part of the day meets, n in 1/10,000 of a minute. */
export const minutesMet = (work: DayWork, part: Part): number => {
  if (typeof part === 'object') return Math.min(work.minutes, lengthOf(workWithin(work, part)))
  switch (part) {
    case 'whole':
      return work.minutes
    case 'am':
      return work.am ? minutesOfTheHalf(work, { from: 0, to: work.noon }) : 0
    case 'pm':
      return work.pm ? minutesOfTheHalf(work, { from: work.noon, to: DAY_ENDS }) : 0
    case 'half':
      return Math.min(minutesOfAHalf(work.plan), work.minutes)
    default:
      return unreachable(part)
  }
}

/** Of a plan for one half all time is that half's, wherever noon is. */
const minutesOfTheHalf = ({ plan, times, minutes }: DayWork, half: Span): number => {
  if (plan.halves !== 'whole') return minutes
  const share = plan.times.length > 0 ? lengthOf(times.flatMap((time) => meeting(time, half))) : minutesOfAHalf(plan)
  return Math.min(share, minutes)
}
