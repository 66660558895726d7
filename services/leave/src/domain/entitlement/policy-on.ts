import type { LocalDate } from '@awayday/kernel'
import type { Applied, Facts } from '../facts/facts.ts'

/** The policy of a leave type in force on a day, with the fact that says so; none before the first. */
export const policyOn = ({ policies }: Facts, leaveType: string, day: LocalDate): Applied | undefined =>
  policies.findLast(({ from, policy }) => from <= day && policy.leaveType === leaveType)

/** The policies of a leave type, oldest first. */
export const policiesOf = ({ policies }: Facts, leaveType: string): readonly Applied[] =>
  policies.filter(({ policy }) => policy.leaveType === leaveType)
