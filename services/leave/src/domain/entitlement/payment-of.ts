import { PARTS_PER_UNIT, unreachable } from '@awayday/kernel'
import type { Rounding, Stage } from '../policy/plan.ts'
import { amountOf } from './amount-of.ts'
import type { Course } from './course.ts'
import type { Stretch } from './days.ts'
import { type Fraction, ONE, plus, times, ZERO } from './fraction.ts'
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
  /** What it is the sum of; empty where an incomplete end pays nothing. */
  readonly parts: readonly Part[]
  readonly exact: Fraction
  readonly rounding: Rounding
  /** Earned by the worked minute or day. */
  readonly perWorked: boolean
  /** The first segment that is paid: its terms round the grant, cap it and say when it is due. */
  readonly by: Paying
  /** Says the caps, and how long the grant can be used. */
  readonly stage: Stage
}

/** What a segment that pays adds to its period: `full` x `scale` x `share` x `worked`. */
export type Part = {
  readonly of: Paying
  readonly stage: Stage
  /** What a full period pays in full time; or a minute or day, where those that are worked earn. */
  readonly full: Fraction
  /** How the amount follows the schedule. */
  readonly scale: Fraction
  /** Of the grid period. */
  readonly share: Fraction
  /** Worked over planned time, or the minutes or days that earn; 1 where time alone does. */
  readonly worked: Fraction
}

/** The payment of a period; null where nobody is paid. `inYear`: how many periods of its grid start in its leave year. */
export const paymentOf = (course: Course, period: Period, inYear: InYear): Payment | null => {
  const segments = course.segmentsOf(period)
  const paying = segments.every(pays) ? segments : segments.filter(pays)
  const [by, end] = [paying[0], paying.at(-1)]
  if (!by || !end) return null
  const paid = { first: by.first, last: end.last }
  const counted = paying.length === segments.length ? segments : withWholeEnds(course, period, segments)
  const partOf = (own: Paying, segment: Paying): Part => {
    const { earned, proration } = own.terms.plan
    const stage = stageIn(paid, own)
    if (typeof earned === 'object') {
      const full = amountOf(stage, own, earned.n * PARTS_PER_UNIT)
      return { of: own, stage, full, scale: ONE, share: ONE, worked: workedIn(course, own, earned.per) }
    }
    return {
      of: own,
      stage,
      full: fullAmount(stage, own, period, inYear),
      scale: scaleOf(proration.scale, own.schedule),
      share: shareOf(course.facts, segment, counted, period),
      worked: earned === 'byWorkedShare' ? workedShare(course, paying) : ONE,
    }
  }
  // whose ends are stretched are the same ones, in the same order
  const stretched = counted === segments ? paying : counted.filter(pays)
  const parts = stretched.map((segment, nth) => partOf(paying[nth] ?? segment, segment))
  const exact = parts.reduce((sum, part) => plus(sum, paidFor(part)), ZERO)
  const { rounding, earned } = by.terms.plan
  return { period, parts, exact, rounding, perWorked: typeof earned === 'object', by, stage: stageIn(paid, by) }
}

/** What one segment of a period pays, exactly. */
export const paidFor = ({ full, scale, share, worked }: Part): Fraction =>
  times(times(times(full, scale), share), worked)

type InYear = (period: Period) => number

/** What a full period would pay by a segment's terms. What is earned continuously is always a year's. */
const fullAmount = (stage: Stage, own: Paying, period: Period, inYear: InYear): Fraction => {
  const ofYear = stage.per === 'year' || stage.frequency.every === 'continuous'
  return amountOf(stage, own, ofYear ? inYear(period) : 1)
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
