import { FIRST_DATE, type Unit } from '@awayday/kernel'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import { policy as withoutBalance } from '../policy/defaults.ts'
import type { Parts } from '../policy/plan.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { partsOf } from '../time/parts-of.ts'

/** How long leave is: by the days or minutes that are charged, or by the calendar days it names. */
export type Measure = 'days' | 'minutes' | 'calendarDays'

/** n in 1/10,000 of the measure. */
export type Extent = { readonly in: Measure; readonly n: Parts }

export type Measured = { readonly leaveType: string; readonly dates: Dates; readonly charges: readonly Charge[] }

/** What each day of a leave adds to its length, n in 1/10,000; oldest first. Leave that is charged in the other unit is counted again in this one. */
export const lengthByDay = (
  { leaveType, dates, charges }: Measured,
  measure: Measure,
  facts: Facts,
): readonly Pick<Charge, 'day' | 'n'>[] => {
  if (measure === 'calendarDays') return partsOf(dates).map(({ day }) => ({ day, n: 10_000 }))
  const unit: Unit = measure === 'days' ? 'day' : 'minute'
  if (charges.every((charge) => charge.unit === unit)) return charges
  const own = facts.policies.filter(({ policy }) => policy.leaveType === leaveType)
  const policies = own.length > 0 ? own : [{ from: FIRST_DATE, policy: withoutBalance(leaveType), fact: '' }]
  const inUnit = policies.map((applied) => ({ ...applied, policy: { ...applied.policy, unit } }))
  return chargesFor({ ...facts, policies: inUnit }, leaveType, dates)
}

export const total = (days: readonly { readonly n: Parts }[]): Parts => days.reduce((sum, { n }) => sum + n, 0)
