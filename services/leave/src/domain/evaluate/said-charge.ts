import type { LocalDate } from '@awayday/kernel'
import { PARTS_PER_UNIT } from '@awayday/kernel'
import { countedBy, countingOn } from '../facts/counted-by.ts'
import type { Facts } from '../facts/facts.ts'
import type { Part } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { planOn } from '../time/plan-on.ts'
import { EIGHT_HOURS } from '../time/weekdays-counted.ts'
import { plannedHalves } from '../time/work-of.ts'

/** What a day of leave was said to cost: an amount of the policy's unit, or working time in minutes. */
export type SaidCharge = Charge | { readonly day: LocalDate; readonly part: Part; readonly minutes: number }

/** Time costs a policy in days what the plan's halves cost by its minutes, or its share of a fixed length of day; where nothing is planned, of eight hours. Rounded down. */
export const saidCharge = (facts: Facts, leaveType: string, said: SaidCharge): Charge => {
  if ('n' in said) return said
  const { day, part, minutes } = said
  const unit = countedBy(facts, leaveType)[0]?.policy.unit ?? 'day'
  if (unit === 'minute') return { day, part, unit, n: minutes * PARTS_PER_UNIT }
  const { halves, length } = lengthOfDay(facts, leaveType, day)
  return { day, part, unit, n: Math.floor((minutes * halves * (PARTS_PER_UNIT / 2)) / length) }
}

const lengthOfDay = (facts: Facts, leaveType: string, day: LocalDate) => {
  const { days, hours } = countingOn(facts, leaveType, day)
  if (hours !== 'scheduled') return { halves: 2, length: hours.dayMinutes }
  const plan = planOn(facts.schedules, day)
  if (plan.minutes === 0) return { halves: 2, length: EIGHT_HOURS }
  return { halves: days === 'calendar' ? 2 : plannedHalves(plan), length: plan.minutes }
}
