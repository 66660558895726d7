import { PARTS_PER_UNIT, unreachable } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Stage } from '../policy/plan.ts'
import type { Day } from './days.ts'
import { type Fraction, fraction, plus, times, ZERO } from './fraction.ts'
import type { Period } from './periods.ts'
import { scaleOf } from './scale-of.ts'
import { type Course, type Paying, pays, segmentsOf } from './segments.ts'
import { shareOf } from './share-of.ts'
import { stageOf } from './terms.ts'
import { withWholeEnds } from './whole-ends.ts'
import { workedIn, workedShare } from './worked-in.ts'

/** What a period pays before rounding. */
export type Payment = {
  readonly period: Period
  readonly exact: Fraction
  /** The first segment that is paid: its terms round the grant, cap it and say when it is due. */
  readonly by: Paying
  /** The last day of employment in the period. */
  readonly until: Day
}

/** The payment of a period; null where nobody is paid. `inYear`: how many periods of its grid start in its leave year. */
export const paymentOf = (
  facts: Facts,
  course: Course,
  period: Period,
  inYear: (period: Period) => number,
): Payment | null => {
  const segments = segmentsOf(course, period)
  const paying = segments.filter(pays)
  const by = paying[0]
  if (!by) return null
  const until = segments.findLast(({ employed }) => employed)?.last ?? period.last
  const whole = withWholeEnds(course, period, segments)
  const exact = whole.filter(pays).map((segment, nth) => {
    const stage = stageIn(period, segment)
    const { earned, proration } = segment.terms.plan
    if (typeof earned === 'object') {
      const worked = workedIn(facts, paying[nth] ?? segment, earned.per)
      return times(worked, fraction(stage.amount, earned.n * PARTS_PER_UNIT))
    }
    const full = isOfAYear(stage) ? fraction(stage.amount, inYear(period)) : fraction(stage.amount, 1)
    const earnedByTime = times(
      times(full, shareOf(facts, segment, whole, period)),
      scaleOf(proration.scale, segment.schedule),
    )
    return earned === 'byWorkedShare' ? times(earnedByTime, workedShare(facts, paying)) : earnedByTime
  })
  return { period, exact: exact.reduce(plus, ZERO), by, until }
}

/** The stage whose amount a segment pays: its own with `byDays`, else that of the period's first or last day. */
export const stageIn = (period: Period, { terms, first }: Paying): Stage => {
  switch (terms.plan.cutPeriod) {
    case 'old':
      return stageOf(terms, Math.max(period.first, terms.from))
    case 'new':
      return stageOf(terms, period.last)
    case 'byDays':
      return stageOf(terms, Math.max(first, terms.from))
    default:
      return unreachable(terms.plan.cutPeriod)
  }
}

/** What is earned continuously is always a year's. */
const isOfAYear = ({ per, frequency }: Stage): boolean => per === 'year' || frequency.every === 'continuous'
