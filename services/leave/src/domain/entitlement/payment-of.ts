import { PARTS_PER_UNIT, unreachable } from '@awayday/kernel'
import type { Rounding, Stage } from '../policy/plan.ts'
import type { Course } from './course.ts'
import type { Stretch } from './days.ts'
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
  readonly rounding: Rounding
  /** Earned by the worked minute or day. */
  readonly perWorked: boolean
  /** The first segment that is paid: its terms round the grant, cap it and say when it is due. */
  readonly by: Paying
}

/** The payment of a period; null where nobody is paid. `inYear`: how many periods of its grid start in its leave year. */
export const paymentOf = (course: Course, period: Period, inYear: InYear): Payment | null => {
  const segments = course.segmentsOf(period)
  const paying = segments.every(pays) ? segments : segments.filter(pays)
  const by = paying[0]
  if (!by) return null
  const whole = paying.length === segments.length
  const counted = whole ? segments : withWholeEnds(course, period, segments)
  let [exact, nth] = [ZERO, 0]
  for (const segment of counted) {
    if (!pays(segment)) continue
    const own = paying[nth] ?? segment
    const stage = stageIn(period, by, own)
    const { earned } = own.terms.plan
    const part =
      typeof earned === 'object'
        ? times(workedIn(course, own, earned.per), fraction(stage.amount, earned.n * PARTS_PER_UNIT))
        : times(amountOf(stage, own, period, inYear), shareOf(course.facts, segment, counted, period))
    exact = plus(exact, earned === 'byWorkedShare' ? times(part, workedShare(course, paying)) : part)
    nth += 1
  }
  const { rounding, earned } = by.terms.plan
  return { period, exact, rounding, perWorked: typeof earned === 'object', by }
}

type InYear = (period: Period) => number

/** What a full period would pay by a segment's terms and schedule. What is earned continuously is always a year's. */
const amountOf = ({ amount, per, frequency }: Stage, own: Paying, period: Period, inYear: InYear): Fraction => {
  const full = fraction(amount, per === 'year' || frequency.every === 'continuous' ? inYear(period) : 1)
  return times(full, scaleOf(own.terms.plan.proration.scale, own.schedule))
}

/** The stage whose amount a segment pays: its own with `byDays`, else that of the period's first day that is paid for, or of its last day. */
export const stageIn = (period: Stretch, by: Paying, { terms, first }: Paying): Stage => {
  switch (terms.plan.cutPeriod) {
    case 'old':
      return stageOf(terms, by.first)
    case 'new':
      return stageOf(terms, period.last)
    case 'byDays':
      return stageOf(terms, first)
    default:
      return unreachable(terms.plan.cutPeriod)
  }
}
