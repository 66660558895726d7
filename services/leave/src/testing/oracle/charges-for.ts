import type { LocalDate } from '@awayday/kernel'
import type { Earlier } from '#domain/facts/charges-for.ts'
import type { Facts } from '#domain/facts/facts.ts'
import { policy as unknown } from '#domain/policy/defaults.ts'
import type { Policy } from '#domain/policy/policy.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { Charge } from '#domain/time/charged.ts'
import { type DayNo, no } from './almanac.ts'
import { type Accepted, isLeftOut, oracleCharges } from './charges.ts'
import { byDayThenPart, namedDays } from './named-days.ts'

/** What leave of a type costs somebody: each day by the policy of that day, where they are employed. */
export const oracleChargesFor = (
  facts: Facts,
  leaveType: string,
  dates: Dates,
  earlier: readonly Earlier[] = [],
): Charge[] => {
  const policyOf = (type: string, day: DayNo): Policy | undefined => {
    const own = facts.policies.filter(({ policy }) => policy.leaveType === type)
    return (own.findLast(({ from }) => no(from) <= day) ?? own[0])?.policy
  }
  const employed = (day: DayNo): boolean =>
    facts.employment.some(({ from, until }) => no(from) <= day && (until === null || day <= no(until)))
  const accepted = earlier.map((one): Accepted => {
    const counted = ({ day }: { day: LocalDate }) =>
      !isLeftOut(one.dates, (policyOf(one.leaveType, no(day)) ?? ANY).counting, no(day))
    return {
      dates: one.dates,
      sameType: one.leaveType === leaveType,
      taken: namedDays(one.dates).filter(counted),
    }
  })
  const own = facts.policies.map(({ policy }) => policy).filter((policy) => policy.leaveType === leaveType)
  const policies = own.length > 0 ? new Set(own) : [ANY]
  return [...policies]
    .flatMap((policy) =>
      oracleCharges(facts, dates, policy.counting, policy.unit, accepted, employed).filter(
        ({ day }) => (policyOf(leaveType, no(day)) ?? ANY) === policy,
      ),
    )
    .sort(byDayThenPart)
}

/** Leave without a policy is charged as worked. */
const ANY = unknown('any')
