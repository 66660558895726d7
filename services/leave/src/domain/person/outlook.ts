import type { Amount } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import { balanceOf } from '../ledger/ledger-of.ts'
import { rangeOf } from './range-of.ts'

/** What is left of a leave type on the last day of a leave, before and after. */
export type Outlook = { readonly before: Amount; readonly after: Amount }
type Wished = Pick<Leave, 'id' | 'leaveType' | 'dates' | 'charges'>

/** For whoever decides: accepted leave counts, what is pending does not; before a change of accepted leave, that leave does. Nothing for types without a balance. */
export const outlookOf = (facts: Facts, leave: Wished): Outlook | undefined => beforeAndAfter(facts, leave)

/** For whoever asks: as if all that is pending were accepted. */
export const previewOf = (facts: Facts, leave: Wished): Outlook | undefined =>
  beforeAndAfter({ ...facts, leaves: facts.leaves.map(accepted) }, leave)

const beforeAndAfter = (facts: Facts, wished: Wished): Outlook | undefined => {
  const { last } = rangeOf(wished.dates)
  const policy = policyOn(facts, wished.leaveType, last)?.policy
  if (!policy?.entitlement) return undefined
  const before = facts.leaves.filter(({ id, status }) => id !== wished.id || status === 'accepted')
  const others = facts.leaves.filter(({ id }) => id !== wished.id)
  const left = (leaves: readonly Leave[]): Amount => {
    const { balance, booked } = balanceOf({ ...facts, leaves }, wished.leaveType, last)
    return { unit: policy.unit, n: balance - booked }
  }
  return { before: left(before), after: left([...others, accepted({ ...wished, status: 'pending', fact: '' })]) }
}

const accepted = (leave: Leave): Leave => (leave.status === 'pending' ? { ...leave, status: 'accepted' } : leave)
