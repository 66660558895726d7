import { addDays, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { MonthDay } from '../policy/length.ts'
import type { Entitlement } from '../policy/policy.ts'
import { type Day, dateOf, dayOf, NO_END, next } from './days.ts'
import { anniversaryOf, joiningOf, leaveYearStart } from './leave-year.ts'
import { policiesOf } from './policy-on.ts'

/** The carry-over days from one day to another, both included, by the policy in force on the day before each; the first policy also holds before. */
export const carryOverDaysOf = (
  facts: Facts,
  leaveType: string,
  from: LocalDate,
  until: LocalDate,
): readonly LocalDate[] => {
  const joining = joiningOf(facts)
  const [start, end] = [dayOf(from), dayOf(until)]
  const policies = policiesOf(facts, leaveType)
  if (policies.length === 0) return yearly(leaveYearStart(null, joining), start, end)
  return policies.flatMap(({ policy }, nth) => {
    const [own, after] = [policies[nth], policies[nth + 1]]
    const first = nth === 0 || !own ? start : Math.max(start, dayOf(own.from) + 1)
    const last = Math.min(end, after ? dayOf(after.from) : NO_END)
    return yearly(carryOverDate(policy.entitlement, joining), first, last)
  })
}

/** Whether a day is the last of a year: what is left is carried over on the next. */
export const isYearEnd = (facts: Facts, leaveType: string, day: LocalDate): boolean => {
  const next = addDays(day, 1)
  return carryOverDaysOf(facts, leaveType, next, next).length > 0
}

const carryOverDate = (entitlement: Entitlement | null, joining: Day | null): MonthDay => {
  const on = entitlement?.carryOverOn ?? 'leaveYear'
  if (on === 'leaveYear') return leaveYearStart(entitlement, joining)
  return on === 'anniversary' ? anniversaryOf(joining) : on
}

const yearly = (date: MonthDay, first: Day, last: Day): readonly LocalDate[] => {
  const found: LocalDate[] = []
  for (let day = next(date, first); day <= last; day = next(date, day + 1)) found.push(dateOf(day))
  return found
}
