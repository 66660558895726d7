import { type LocalDate, unreachable } from '@awayday/kernel'
import type { Applied, Facts } from '../facts/facts.ts'
import type { Length, MonthDay } from '../policy/length.ts'
import type { Plan, Stage } from '../policy/plan.ts'
import { type Day, dayOf, latest, next, plusLength } from './days.ts'
import { joiningOf, leaveYearStart } from './leave-year.ts'

/** The stage of a policy on a day: the last one whose tenure is reached; before that the first. None where the policy has no plan. */
export const stageOn = (facts: Facts, applied: Applied, day: LocalDate): Stage | undefined => {
  const plan = applied.policy.entitlement?.plan
  return plan ? stageAt(plan.stages, stageDays(plan, applied, joiningOf(facts)), dayOf(day)) : undefined
}

/** The day on which each stage begins. Tenure from the start of the plan never begins before joining. */
export const stageDays = (plan: Plan, { from, policy }: Applied, joining: Day | null): readonly Day[] => {
  const start = dayOf(from)
  const tenureStart = joining === null ? start : plan.tenureFrom === 'joining' ? joining : Math.max(start, joining)
  const begin = plusLength(tenureStart, plan.stages[0]?.after ?? NO_TENURE)
  const milestone = (day: Day): Day =>
    Math.max(begin, milestoneDay(plan, leaveYearStart(policy.entitlement, joining), day))
  return plan.stages.map(({ after }, nth) => (nth === 0 ? begin : milestone(plusLength(tenureStart, after))))
}

const NO_TENURE: Length = { n: 0, unit: 'day' }

/** The first stage begins on its day; whoever reaches a milestone may wait for a leave year, or have it for all of that year. */
const milestoneDay = ({ milestones }: Plan, leaveYear: MonthDay, day: Day): Day => {
  switch (milestones) {
    case 'onTheDay':
      return day
    case 'thisLeaveYear':
      return latest(leaveYear, day)
    case 'nextLeaveYear':
      return next(leaveYear, day)
    default:
      return unreachable(milestones)
  }
}

/** `days`: the day on which each stage begins. */
export const stageAt = (stages: readonly Stage[], days: readonly Day[], day: Day): Stage | undefined => {
  let nth = stages.length - 1
  while (nth > 0 && (days[nth] ?? 0) > day) nth -= 1
  return stages[nth]
}
