import type { LocalDate } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import { policy as withoutBalance } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'
import { inForceOrFirst } from '../time/in-force.ts'
import type { Facts } from './facts.ts'

/** Up to, and without, `until`; null: without end. */
export type Counted = { readonly from: LocalDate | null; readonly until: LocalDate | null; readonly policy: Policy }

/** By which policy leave of a type is charged, and when. The first one also counts before it applies; without any, days are charged as worked. */
export const countedBy = ({ policies }: Facts, leaveType: string): readonly Counted[] => {
  const own = policies.filter(({ policy }) => policy.leaveType === leaveType)
  if (own.length === 0) return [{ from: null, until: null, policy: withoutBalance(leaveType) }]
  return own.map(({ from, policy }, n) => ({ from: n === 0 ? null : from, until: own[n + 1]?.from ?? null, policy }))
}

/** How a day of leave of a type is charged. */
export const countingOn = ({ policies }: Facts, leaveType: string, day: LocalDate): Counting => {
  const own = policies.filter(({ policy }) => policy.leaveType === leaveType)
  return (inForceOrFirst(own, day)?.policy ?? withoutBalance(leaveType)).counting
}
