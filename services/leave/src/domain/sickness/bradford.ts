import { addDays, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { lengthByDay, total } from '../rules/measure.ts'
import { workOn } from '../time/work-on.ts'

/** S x S x D: many short absences weigh more than a long one. `days` and `score` in 1/10,000. */
export type Bradford = { readonly spells: number; readonly days: Parts; readonly score: Parts }

/**
 * Of accepted leave of these types, over the 52 weeks that end with a day. Absences with nothing worked between them are one spell; of a
 * spell that began earlier the days within count.
 */
export const bradfordOf = (facts: Facts, leaveTypes: readonly string[], asOf: LocalDate): Bradford => {
  const first = addDays(asOf, 1 - DAYS)
  const charges = facts.leaves
    .filter(({ status, leaveType }) => status === 'accepted' && leaveTypes.includes(leaveType))
    .flatMap((leave) => lengthByDay(leave, 'days', facts))
    .filter(({ day }) => first <= day && day <= asOf)
  const days = [...new Set(charges.map(({ day }) => day))].toSorted()
  const spells = days.filter((day, n) => !isContinued(days[n - 1], day, facts)).length
  const sum = total(charges)
  return { spells, days: sum, score: spells * spells * sum }
}

const DAYS = 364

const isContinued = (before: LocalDate | undefined, day: LocalDate, facts: Facts): boolean => {
  if (!before) return false
  for (let between = addDays(before, 1); between < day; between = addDays(between, 1))
    if (workOn(facts, between).halves > 0) return false
  return true
}
