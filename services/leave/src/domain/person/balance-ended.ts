import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Charge } from '../time/charged.ts'
import { inForce } from '../time/in-force.ts'
import type { State } from './state.ts'

/**
 * The first day of leave on which nothing of its type is counted any more: what the policy gave has ended, and no other took its place. Such
 * leave is refused, not free. A type that never had a balance needs none.
 */
export const balanceEndedOn = (
  { terms }: State,
  { policies }: Facts,
  leaveType: string,
  charges: readonly Charge[],
): LocalDate | undefined => {
  const own = terms.filter((one) => one.leaveType === leaveType)
  const hadBalance = policies.some(({ policy }) => policy.leaveType === leaveType && policy.entitlement !== null)
  return hadBalance ? charges.find(({ day }) => inForce(own, day)?.document === null)?.day : undefined
}
