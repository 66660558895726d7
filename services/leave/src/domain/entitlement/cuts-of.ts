import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { type Day, dateOf, dayOf, NO_END } from './days.ts'
import type { Cut } from './grant.ts'
import { joiningOf } from './leave-year.ts'
import { type Earning, earns, stageOf, type Terms, termsOf } from './terms.ts'

/**
 * The days up to a day, in order, on which a stage begins that takes what is held above its cap, lower than the one before. Who joins on
 * such a day has never had the higher one.
 */
export const cutsOf = (facts: Facts, leaveType: string, until: LocalDate): readonly Cut[] => {
  const joining = joiningOf(facts)
  if (joining === null) return []
  const all = termsOf(facts, leaveType, joining)
  return all.flatMap((terms, nth) => {
    if (!earns(terms) || !terms.plan.lowerCapCuts) return []
    const end = Math.min(dayOf(until), (all[nth + 1]?.from ?? NO_END) - 1)
    return begins(terms, nth > 0)
      .filter((day) => joining < day && day <= end)
      .flatMap((day) => cutOn(day, terms, day === terms.from ? all[nth - 1] : terms))
  })
}

/** The days on which another stage may begin to hold; a policy's first day only after another policy. */
const begins = ({ from, stageDays }: Earning, afterAnother: boolean): readonly Day[] => [
  ...(afterAnother ? [from] : []),
  ...stageDays.slice(1).filter((day) => day > from),
]

const cutOn = (day: Day, terms: Earning, before: Terms | undefined): readonly Cut[] => {
  const cap = stageOf(terms, day).balanceCap
  if (cap === null || !before || !earns(before) || cap >= (capOf(before, day - 1) ?? NO_CAP)) return []
  return [{ on: dateOf(day), cap, fact: terms.fact }]
}

const capOf = (terms: Earning, day: Day): Parts | null => stageOf(terms, day).balanceCap

const NO_CAP = Number.POSITIVE_INFINITY
