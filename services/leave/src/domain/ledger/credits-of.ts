import { compare, type LocalDate } from '@awayday/kernel'
import { creditPartsOf } from '../entitlement/credit-parts-of.ts'
import { validityOn } from '../entitlement/validity-of.ts'
import type { Facts } from '../facts/facts.ts'
import type { Given } from './course.ts'

/** Credits above zero up to a day, by day and fact. One whose last day is over before it counts is none. */
export const creditsOf = (facts: Facts, leaveType: string, until: LocalDate): readonly Given[] =>
  facts.credits
    .filter((credit) => credit.leaveType === leaveType && credit.n > 0)
    .flatMap((credit) =>
      creditPartsOf(facts, credit, until)
        .filter(({ on }) => credit.until === null || on <= credit.until)
        .map(({ on, n }): Given => {
          const validity = credit.until ? { until: credit.until, carries: false } : validityOn(facts, leaveType, on)
          return { source: credit.source, from: on, n, ...validity, fact: credit.fact }
        }),
    )
    .sort((a, b) => compare(a.from, b.from) || compare(a.fact, b.fact))
