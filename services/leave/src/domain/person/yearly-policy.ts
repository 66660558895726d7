import type { Amount } from '@awayday/kernel'
import { carryOver, entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'

/** What an amount a year meant before policies were documents: granted in full to whoever is employed in the year, and gone with it, a debt too. */
export const yearlyPolicy = (leaveType: string, { unit, n }: Amount): Policy => ({
  ...policy(leaveType),
  unit,
  entitlement: {
    ...entitlement,
    plan: {
      ...plan,
      stages: [{ ...stage, amount: n, carryOver: { ...carryOver, debt: 'dropped' } }],
      partial: { joiner: 'full', leaver: 'full', planStart: 'full' },
    },
  },
})
