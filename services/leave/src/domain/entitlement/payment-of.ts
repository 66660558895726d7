import { PARTS_PER_UNIT, unreachable } from '@awayday/kernel'
import type { Rounding, Stage } from '../policy/plan.ts'
import { amountOf } from './amount-of.ts'
import type { Course } from './course.ts'
import type { Stretch } from './days.ts'
import { type Fraction, plus, times, ZERO } from './fraction.ts'
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
  /** Says the caps, and how long the grant can be used. */
  readonly stage: Stage
}

/** The payment of a period; null where nobody is paid. `inYear`: how many periods of its grid start in its leave year. */
export const paymentOf = (course: Course, period: Period, inYear: InYear): Payment | null => {
  const segments = course.segmentsOf(period)
  const paying = segments.every(pays) ? segments : segments.filter(pays)
  const [by, end] = [paying[0], paying.at(-1)]
  if (!by || !end) return null
  const paid = { first: by.first, last: end.last }
  const counted = paying.length === segments.length ? segments : withWholeEnds(course, period, segments)
  const payOf = (own: Paying, segment: Paying): Fraction => {
    const { earned } = own.terms.plan
    const stage = stageIn(paid, own)
    if (typeof earned === 'object')
      return times(workedIn(course, own, earned.per), amountOf(stage, own, earned.n * PARTS_PER_UNIT))
    const part = times(fullAmount(stage, own, period, inYear), shareOf(course.facts, segment, counted, period))
    return earned === 'byWorkedShare' ? times(part, workedShare(course, paying)) : part
  }
  // whose ends are stretched are the same ones, in the same order
  const stretched = counted === segments ? paying : counted.filter(pays)
  const exact = stretched.reduce((sum, segment, nth) => plus(sum, payOf(paying[nth] ?? segment, segment)), ZERO)
  const { rounding, earned } = by.terms.plan
  return { period, exact, rounding, perWorked: typeof earned === 'object', by, stage: stageIn(paid, by) }
}

type InYear = (period: Period) => number

/** What a full period would pay by a segment's terms and schedule. What is earned continuously is always a year's. */
const fullAmount = (stage: Stage, own: Paying, period: Period, inYear: InYear): Fraction => {
  const ofYear = stage.per === 'year' || stage.frequency.every === 'continuous'
  const full = amountOf(stage, own, ofYear ? inYear(period) : 1)
  return times(full, scaleOf(own.terms.plan.proration.scale, own.schedule))
}

/** The stage whose amount a segment pays: its own with `byDays`, else that of the first day of the period that is paid for, or of the last one. */
const stageIn = (paid: Stretch, { terms, first }: Paying): Stage => {
  switch (terms.plan.cutPeriod) {
    case 'old':
    case 'split':
      return stageOf(terms, paid.first)
    case 'new':
      return stageOf(terms, paid.last)
    case 'byDays':
      return stageOf(terms, first)
    default:
      return unreachable(terms.plan.cutPeriod)
  }
}
