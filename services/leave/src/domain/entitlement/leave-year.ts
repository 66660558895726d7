import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { MonthDay } from '../policy/length.ts'
import type { Entitlement } from '../policy/policy.ts'
import { type Day, dateOf, dayOf, latest, monthDayOf, next, type Stretch } from './days.ts'
import { policiesOf, policyOn } from './policy-on.ts'

/** The leave year in which a day lies, by the policy in force on it; the first policy also holds before. */
export const leaveYearOf = (
  facts: Facts,
  leaveType: string,
  day: LocalDate,
): { readonly first: LocalDate; readonly last: LocalDate } => {
  const applied = policyOn(facts, leaveType, day) ?? policiesOf(facts, leaveType)[0]
  const { first, last } = yearAround(leaveYearStart(applied?.policy.entitlement ?? null, joiningOf(facts)), dayOf(day))
  return { first: dateOf(first), last: dateOf(last) }
}

/** The day of joining: the first day of the first employment. */
export const joiningOf = ({ employment }: Facts): Day | null => {
  const first = employment[0]
  return first ? dayOf(first.from) : null
}

/** The day of every year on which the leave year starts; without an entitlement, or a day of joining, 1 January. */
export const leaveYearStart = (entitlement: Entitlement | null, joining: Day | null): MonthDay => {
  const start = entitlement?.leaveYear ?? NEW_YEAR
  return start === 'anniversary' ? anniversaryOf(joining) : start
}

/** 29 February is 28 February in a common year, as every day past its month's end. */
export const anniversaryOf = (joining: Day | null): MonthDay => (joining === null ? NEW_YEAR : monthDayOf(joining))

export const yearAround = (start: MonthDay, day: Day): Stretch => ({
  first: latest(start, day),
  last: next(start, day + 1) - 1,
})

const NEW_YEAR: MonthDay = { month: 1, day: 1 }
