import { type Amount, addDays, type LocalDate } from '@awayday/kernel'
import { policiesOf, policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import { type Loss, lossesAhead } from './losses-ahead.ts'

/** So many weeks before days are lost, somebody is told. */
const WEEKS = [13, 4, 1] as const

/** `weeks`: so many, or fewer by up to six days, are left up to the last usable day. */
export type ExpiryWarning = Pick<Loss, 'lastDay' | 'because'> & {
  readonly leaveType: string
  readonly amount: Amount
  readonly weeks: (typeof WEEKS)[number]
}

/** What somebody is to be told of this week: each loss thirteen, four and one weeks ahead, once each where this is asked once a week. */
export const expiryWarnings = (facts: Facts, today: LocalDate): readonly ExpiryWarning[] =>
  [...new Set(facts.policies.map(({ policy }) => policy.leaveType))].flatMap((leaveType) => {
    const policy = (policyOn(facts, leaveType, today) ?? policiesOf(facts, leaveType)[0])?.policy
    if (!policy?.entitlement) return []
    const losses = lossesAhead(facts, leaveType, today, addDays(today, 7 * WEEKS[0] - 1))
    const together = Map.groupBy(losses, ({ lastDay, because }) => `${lastDay} ${because}`)
    return [...together.values()].flatMap((same): readonly ExpiryWarning[] => {
      const [{ lastDay, because } = { lastDay: today, because: 'expiry' as const }] = same
      const weeks = WEEKS.find(
        (ahead) => addDays(today, 7 * (ahead - 1)) <= lastDay && lastDay < addDays(today, 7 * ahead),
      )
      const n = same.reduce((sum, loss) => sum + loss.n, 0)
      return weeks === undefined || n === 0
        ? []
        : [{ leaveType, lastDay, because, amount: { unit: policy.unit, n }, weeks }]
    })
  })
