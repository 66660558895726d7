import { policyOn } from '../entitlement/policy-on.ts'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { Parts } from '../policy/plan.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'

/** Leave that may be taken only once the balance of others is used up, such as unpaid leave after vacation. */
export type UsedUp = {
  readonly kind: 'usedUp'
  readonly leaveTypes: readonly string[]
  /** As much may be left of each, n in 1/10,000 of its unit; 0 by default. */
  readonly left: Parts
}

/** What is available on the first day counts, so that leave booked for later is used up too. */
export const notUsedUp = ({ leaveTypes, left }: UsedUp, { facts, fresh }: Case): readonly Finding[] => {
  const [start, end] = [fresh[0]?.day, fresh.at(-1)?.day]
  if (!start || !end) return []
  return leaveTypes.flatMap((leaveType) => {
    const applied = policyOn(facts, leaveType, start)
    if (!applied?.policy.entitlement) return []
    const n = balanceOf(facts, leaveType, start).available
    const of = applied.policy.unit === 'day' ? 'days' : 'minutes'
    const figures: Pick<Finding, 'required' | 'found'> = { required: { of, n: left }, found: { of, n } }
    return n > left ? [{ first: start, last: end, part: 'whole', ...figures, requests: [] }] : []
  })
}
