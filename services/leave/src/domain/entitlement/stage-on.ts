import type { LocalDate } from '@awayday/kernel'
import type { Applied, Facts } from '../facts/facts.ts'
import type { Plan, Stage } from '../policy/plan.ts'
import { type Day, dayOf, plusLength } from './days.ts'
import { joiningOf } from './leave-year.ts'

/** The stage of a policy on a day: the last one whose tenure is reached; before that the first. None where the policy has no plan. */
export const stageOn = (facts: Facts, applied: Applied, day: LocalDate): Stage | undefined => {
  const plan = applied.policy.entitlement?.plan
  return plan ? stageAt(plan.stages, stageDays(plan, applied, joiningOf(facts)), dayOf(day)) : undefined
}

/** The day on which each stage begins. Tenure from the start of the plan never begins before joining. */
export const stageDays = (plan: Plan, { from }: Applied, joining: Day | null): readonly Day[] => {
  const start = dayOf(from)
  const tenureStart = joining === null ? start : plan.tenureFrom === 'joining' ? joining : Math.max(start, joining)
  return plan.stages.map(({ after }) => plusLength(tenureStart, after))
}

/** `days`: the day on which each stage begins. */
export const stageAt = (stages: readonly Stage[], days: readonly Day[], day: Day): Stage | undefined => {
  let nth = stages.length - 1
  while (nth > 0 && (days[nth] ?? 0) > day) nth -= 1
  return stages[nth]
}
