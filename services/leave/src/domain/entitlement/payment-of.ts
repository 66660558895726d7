import { PARTS_PER_UNIT, unreachable } from '@awayday/kernel'
import type { Plan, Rounding, Stage } from '../policy/plan.ts'
import type { Course } from './course.ts'
import { type Fraction, fraction, plus, times, ZERO } from './fraction.ts'
import type { Period } from './periods.ts'
import { scaleOf } from './scale-of.ts'
import { type Paying, pays, type Segment } from './segments.ts'
import { shareOf } from './share-of.ts'
import { stageOf } from './terms.ts'
import { withWholeEnds } from './whole-ends.ts'
import { workedIn, workedShare } from './worked-in.ts'

/** What a period pays before rounding. */
export type Payment = {
  readonly period: Period
  readonly exact: Fraction
  readonly rounding: Rounding
  /** The first segment that is paid: its terms round the grant, cap it and say when it is due. */
  readonly by: Paying
}

type PerWorked = Exclude<Plan['earned'], string>
type InYear = (period: Period) => number

/** The payment of a period; null where nobody is paid. `inYear`: how many periods of its grid start in its leave year. */
export const paymentOf = (course: Course, period: Period, inYear: InYear): Payment | null => {
  const segments = course.segmentsOf(period)
  const paying = segments.every(pays) ? segments : segments.filter(pays)
  const by = paying[0]
  if (!by) return null
  const whole = paying.length === segments.length
  const counted = whole ? segments : withWholeEnds(course, period, segments)
  const employed = whole ? segments : segments.filter((segment) => segment.employed)
  let [exact, nth] = [ZERO, 0]
  for (const segment of counted) {
    if (!pays(segment)) continue
    const own = paying[nth] ?? segment
    const { earned } = own.terms.plan
    const part =
      typeof earned === 'object'
        ? byWorked(course, period, own, earned)
        : byTime(course, period, segment, own, counted, inYear)
    exact = plus(exact, earned === 'byWorkedShare' ? times(part, workedShare(course, employed)) : part)
    nth += 1
  }
  return { period, exact, rounding: by.terms.plan.rounding, by }
}

/** The amount for every so much worked. */
const byWorked = (course: Course, period: Period, own: Paying, { per, n }: PerWorked): Fraction =>
  times(workedIn(course, own, per), fraction(stageIn(period, own).amount, n * PARTS_PER_UNIT))

/** Amount x scale x share; of a year's amount that of one period. What is earned continuously is always a year's. `own`: the segment before an end of it was counted whole. */
const byTime = (
  { facts }: Course,
  period: Period,
  segment: Paying,
  own: Paying,
  counted: readonly Segment[],
  inYear: InYear,
): Fraction => {
  const { amount, per, frequency } = stageIn(period, own)
  const full = fraction(amount, per === 'year' || frequency.every === 'continuous' ? inYear(period) : 1)
  const scale = scaleOf(own.terms.plan.proration.scale, own.schedule)
  return times(times(full, scale), shareOf(facts, segment, counted, period))
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
