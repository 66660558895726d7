import type { LocalDate } from '@awayday/kernel'
import { policy as withoutBalance } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { chargesOf } from '../time/charges-of.ts'
import { isEmployed } from './employed.ts'
import type { Facts } from './facts.ts'

/**
 * What leave of a type costs somebody: each day by the policy in force on it. Where they are not employed nothing is worked.
 * `earlier`: accepted leave of the same type that was asked for before this, for the sandwich rule.
 */
export const chargesFor = (
  facts: Facts,
  leaveType: string,
  dates: Dates,
  earlier: readonly Dates[] = [],
): readonly Charge[] =>
  stretches(facts, leaveType)
    .flatMap(({ from, until, policy: { counting, unit } }) =>
      chargesOf(facts, dates, counting, unit, earlier).filter(
        ({ day }) => (from === null || from <= day) && (until === null || day < until),
      ),
    )
    .filter(({ day }) => isEmployed(facts.employment, day))

type Stretch = { readonly from: LocalDate | null; readonly until: LocalDate | null; readonly policy: Policy }

/** The first policy also counts before it applies; without any, days are charged as worked. */
const stretches = ({ policies }: Facts, leaveType: string): readonly Stretch[] => {
  const own = policies.filter(({ policy }) => policy.leaveType === leaveType)
  if (own.length === 0) return [{ from: null, until: null, policy: withoutBalance(leaveType) }]
  return own.map(({ from, policy }, n) => ({ from: n === 0 ? null : from, until: own[n + 1]?.from ?? null, policy }))
}
