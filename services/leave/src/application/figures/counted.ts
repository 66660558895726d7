import { err, type LocalDate, ok, type Result, type Unit } from '@awayday/kernel'
import { policiesOf, policyOn } from '#domain/entitlement/policy-on.ts'
import type { Facts } from '#domain/facts/facts.ts'

/** What a leave type is counted in on a day; before its first policy, by the first. */
export const countedIn = (
  facts: Facts,
  leaveType: string,
  on: LocalDate,
): Result<Unit, { readonly type: 'NoBalance'; readonly leaveType: string; readonly on: LocalDate }> => {
  const policy = (policyOn(facts, leaveType, on) ?? policiesOf(facts, leaveType)[0])?.policy
  return policy ? ok(policy.unit) : err({ type: 'NoBalance', leaveType, on })
}
