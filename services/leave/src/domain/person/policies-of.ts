import type { LocalDate } from '@awayday/kernel'
import type { Applied } from '../facts/facts.ts'
import { policy as withoutBalance } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'
import { type Documents, policyOf } from './documents.ts'
import { factId } from './fact-id.ts'
import { byFrom } from './in-force.ts'
import type { State } from './state.ts'
import { yearlyPolicy } from './yearly-policy.ts'
import { yearlyTerms } from './yearly-terms.ts'

/** The policies of somebody by their first day, as their terms and the documents that these name say. */
export const policiesOf = (state: State, documents: Documents): readonly Applied[] =>
  [...new Set(state.terms.map(({ leaveType }) => leaveType))]
    .flatMap((leaveType) => policiesFor(state, leaveType, documents))
    .sort(byFrom)

const policiesFor = (state: State, leaveType: string, documents: Documents): readonly Applied[] => {
  const own = state.terms.filter((terms) => terms.leaveType === leaveType)
  let latest: Policy = withoutBalance(leaveType)
  return own.flatMap(({ from, document, fact }, n) => {
    const applied = (since: LocalDate, policy: Policy): Applied => {
      latest = policy
      return { from: since, policy, fact: factId(fact) }
    }
    if (document === null) return [applied(from, { ...latest, entitlement: null })]
    if (typeof document === 'string') return [applied(from, policyOf(documents, document))]
    return yearlyTerms(state, { from, until: own[n + 1]?.from ?? null }).map((years) =>
      applied(years.from, yearlyPolicy(leaveType, document.yearly, years.lastUsable)),
    )
  })
}
