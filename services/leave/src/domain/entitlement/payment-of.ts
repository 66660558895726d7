import { PARTS_PER_UNIT, unreachable } from '@awayday/kernel'
import type { Stage } from '../policy/plan.ts'
import type { Course } from './course.ts'
import type { Day } from './days.ts'
import { type Fraction, fraction, plus, times, ZERO } from './fraction.ts'
import type { Period } from './periods.ts'
import { scaleOf } from './scale-of.ts'
import { type Paying, pays } from './segments.ts'
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
export const paymentOf = (course: Course, period: Period, inYear: (period: Period) => number): Payment | null => {
  const segments = course.segmentsOf(period)
  const paying = segments.filter(pays)
  const by = paying[0]
  if (!by) return null
  const until = segments.findLast(({ employed }) => employed)?.last ?? period.last
  const whole = paying.length === segments.length ? paying : withWholeEnds(course, period, segments)
  const exact = whole.filter(pays).reduce((sum, counted, nth) => {
    const segment = paying[nth] ?? counted
    const stage = stageIn(period, segment)
    const { earned, proration } = segment.terms.plan
    if (typeof earned === 'object') {
      const rate = fraction(stage.amount, earned.n * PARTS_PER_UNIT)
      return plus(sum, times(workedIn(course, segment, earned.per), rate))
    }
    const full = fraction(stage.amount, isOfAYear(stage) ? inYear(period) : 1)
    const part = times(shareOf(course.facts, counted, whole, period), scaleOf(proration.scale, segment.schedule))
    const byTime = times(full, part)
    return plus(sum, earned === 'byWorkedShare' ? times(byTime, workedShare(course, paying)) : byTime)
  }, ZERO)
  return { period, exact, by, until }
}

/** The stage whose amount a segment pays: its own with `byDays`, else that of the period's first or last day. */
export const stageIn = (period: Period, { terms, first }: Paying): Stage => {
  switch (terms.plan.cutPeriod) {
    case 'old':
      return stageOf(terms, period.opens)
    case 'new':
      return stageOf(terms, period.last)
    case 'byDays':
      return stageOf(terms, first)
    default:
      return unreachable(terms.plan.cutPeriod)
  }
}

/** What is earned continuously is always a year's. */
const isOfAYear = ({ per, frequency }: Stage): boolean => per === 'year' || frequency.every === 'continuous'
