import type { LocalDate } from '@awayday/kernel'
import type { Credit, Facts } from '../facts/facts.ts'
import type { Parts, Rounding } from '../policy/plan.ts'
import { courseOf } from './course.ts'
import { dayOf } from './days.ts'
import { fraction, times } from './fraction.ts'
import { leaveYearOf } from './leave-year.ts'
import { planGrants } from './plan-grants.ts'
import { policyOn } from './policy-on.ts'
import { rounded } from './rounding.ts'

/** Part of a credit, and the day from which it counts. */
type CreditPart = { readonly on: LocalDate; readonly n: Parts }

/** What of a credit counts up to a day, oldest first: all of it on its day, or in the shares of the leave year's grants where the policy says so. */
export const creditPartsOf = (facts: Facts, credit: Credit, until: LocalDate): readonly CreditPart[] => {
  const plan = policyOn(facts, credit.leaveType, credit.from)?.policy.entitlement?.plan
  const withPlan = plan?.corrections === 'withPlan' && (credit.source === 'manual' || credit.source === 'correction')
  const parts = withPlan ? partsWithPlan(facts, credit, plan.rounding) : [{ on: credit.from, n: credit.n }]
  return parts.filter(({ on, n }) => n !== 0 && on <= until)
}

/** With each day's grants so much that what came so far has the same share of the credit as the grants so far have of the year's. */
const partsWithPlan = (facts: Facts, credit: Credit, rounding: Rounding): readonly CreditPart[] => {
  const { leaveType, from, n } = credit
  const year = leaveYearOf(facts, leaveType, from)
  const course = courseOf(facts, leaveType, dayOf(year.last))
  const all = course ? planGrants(course, dayOf(year.last)) : []
  const grants = all.filter(({ leaveYear }) => leaveYear === year.first)
  const sum = grants.reduce((total, { n }) => total + n, 0)
  if (sum === 0) return [{ on: from, n }]
  const paidBy = (on: LocalDate): number => grants.reduce((total, grant) => total + (grant.on <= on ? grant.n : 0), 0)
  const days = [...new Set([from, ...grants.map(({ on }) => on)])].filter((on) => on >= from).toSorted()
  const due = days.map((on) => share(n, paidBy(on), sum, rounding))
  return days.map((on, nth) => ({ on, n: (due[nth] ?? 0) - (due[nth - 1] ?? 0) }))
}

/** Never more than all of it, and the last share is just that, whatever the step. */
const share = (n: Parts, paid: Parts, all: Parts, rounding: Rounding): Parts => {
  const exact = times(fraction(Math.abs(n), 1), fraction(paid, all))
  return paid === all ? n : Math.sign(n) * Math.min(Math.abs(n), rounded(exact, rounding))
}
