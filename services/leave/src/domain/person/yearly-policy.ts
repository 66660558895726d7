import type { Amount } from '@awayday/kernel'
import { carryOver, entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { MonthDay } from '../policy/length.ts'
import type { Policy } from '../policy/policy.ts'

/**
 * What an amount a year meant before policies were documents: granted in full to whoever is employed in the year, and gone
 * with it, a debt too. `lastUsable`: the last day, where employment ends before the year does.
 */
export const yearlyPolicy = (leaveType: string, { unit, n }: Amount, lastUsable: MonthDay | null = null): Policy => ({
  ...policy(leaveType),
  unit,
  entitlement: {
    ...entitlement,
    plan: {
      ...plan,
      stages: [
        {
          ...stage,
          amount: n,
          carryOver: { ...carryOver, debt: 'dropped' },
          validity: lastUsable ? { kind: 'date', date: lastUsable, yearsLater: 0 } : stage.validity,
        },
      ],
      partial: { joiner: 'full', leaver: 'full', planStart: 'full' },
    },
  },
})
