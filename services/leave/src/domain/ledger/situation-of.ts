import { addDays, type LocalDate } from '@awayday/kernel'
import { carryOverDaysOf } from '../entitlement/carry-over-days-of.ts'
import { leaveYearOf } from '../entitlement/leave-year.ts'
import { policiesOf, policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import { courseOf } from './course-of.ts'
import type { Situation } from './situation.ts'
import { chargedDays } from './takings-of.ts'

/** Everything about a leave type up to the end of the year in which a day lies. */
export const situationOf = (facts: Facts, leaveType: string, asOf: LocalDate): Situation => {
  const turns = turnsOf(facts, leaveType, asOf)
  const year = yearAround(turns, asOf) ?? leaveYearOf(facts, leaveType, asOf)
  return {
    asOf,
    year,
    course: courseOf(facts, leaveType, turns, year.last),
    pending: chargedDays(facts, leaveType, 'pending').filter(({ on }) => year.first <= on && on <= year.last),
    countLaterLots: policyOn(facts, leaveType, asOf)?.policy.entitlement?.countLaterLots ?? false,
  }
}

/**
 * The carry-over days of the history up to a day, with those just before it, and those after it that bound its year. Where
 * policies with other carry-over days follow each other, years may lie between two: then all policies are looked at.
 */
export const turnsOf = (facts: Facts, leaveType: string, day: LocalDate): readonly LocalDate[] => {
  const policies = policiesOf(facts, leaveType)
  const [first, last] = [policies[0]?.from ?? day, policies.at(-1)?.from ?? day]
  const unsettled = first !== last && addDays(day, -YEAR) <= last
  const before = unsettled && first < day ? first : day
  const start = addDays(beginning(facts, leaveType, before), -YEAR)
  return carryOverDaysOf(facts, leaveType, start, addDays(day < last ? last : day, YEAR))
}

/** From a carry-over day to the day before the next. */
export const yearAround = (turns: readonly LocalDate[], day: LocalDate): Situation['year'] | undefined => {
  const nth = turns.findLastIndex((turn) => turn <= day)
  const [first, next] = [turns[nth], turns[nth + 1]]
  return first && next ? { first, last: addDays(next, -1) } : undefined
}

/** The first day on which anything can have happened, or an earlier one. */
const beginning = (
  { employment, credits, leaves, payOuts, closedYears }: Facts,
  leaveType: string,
  earlier: LocalDate,
): LocalDate => {
  let first = earlier
  const begins = (day: LocalDate | undefined): void => {
    if (day && day < first) first = day
  }
  begins(employment[0]?.from)
  for (const credit of credits) if (credit.leaveType === leaveType) begins(credit.from)
  for (const leave of leaves) if (leave.leaveType === leaveType) begins(leave.charges[0]?.day)
  for (const payOut of payOuts) if (payOut.leaveType === leaveType) begins(payOut.on)
  for (const closed of closedYears) if (closed.leaveType === leaveType) begins(closed.last)
  return first
}

/** The most days from one carry-over to the next, as long as one policy holds, and one more. */
const YEAR = 367
