import { type LocalDate, unreachable } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Validity } from '../policy/plan.ts'
import { type Day, dateOf, dayOf, inYear, monthOf, NO_END, next, plusLength } from './days.ts'
import { policyOn } from './policy-on.ts'
import { stageOn } from './stage-on.ts'

/** How long what is usable from a day on can be used: `carries`, up to the next carry-over; else up to `until`, null for ever. */
type UsableUntil = { readonly carries: boolean; readonly until: LocalDate | null }

/** What the policy in force on a day says of what it grants on it; with no plan in force, up to the next carry-over. */
export const validityOn = (facts: Facts, leaveType: string, day: LocalDate): UsableUntil => {
  const applied = policyOn(facts, leaveType, day)
  const stage = applied && stageOn(facts, applied, day)
  return stage ? usableUntil(stage.validity, dayOf(day)) : CARRIES
}

export const usableUntil = (validity: Validity, from: Day): UsableUntil => {
  switch (validity.kind) {
    case 'untilCarryOver':
      return CARRIES
    case 'length': {
      const end = plusLength(from, validity.length) - 1
      return { carries: false, until: end < NO_END ? dateOf(end) : null }
    }
    case 'date': {
      const year = Math.floor(monthOf(next(validity.date, from)) / 12)
      return { carries: false, until: dateOf(inYear(validity.date, year + validity.yearsLater)) }
    }
    case 'unlimited':
      return { carries: false, until: null }
    default:
      return unreachable(validity)
  }
}

const CARRIES: UsableUntil = { carries: true, until: null }
