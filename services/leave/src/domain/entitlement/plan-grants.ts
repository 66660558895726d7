import type { Parts } from '../policy/plan.ts'
import type { Course } from './course.ts'
import { type Day, dateOf, type Stretch } from './days.ts'
import type { Grant } from './grant.ts'
import { startsIn } from './grid.ts'
import { yearAround } from './leave-year.ts'
import { type Payment, paymentOf } from './payment-of.ts'
import { type Period, periodsFrom } from './periods.ts'
import { roundedPayments } from './rounded-payments.ts'
import { inForceAt, sameFrequency, type Terms } from './terms.ts'
import { usableUntil } from './validity-of.ts'

/** What the plan grants for all periods that start up to a day, in their order, whenever they are due. */
export const planGrants = (course: Course, until: Day): readonly Grant[] => {
  const grants: Grant[] = []
  for (const payments of paymentsOf(course, until).values()) {
    const amounts = roundedPayments(payments)
    for (const [nth, payment] of payments.entries()) {
      const n = amounts[nth] ?? 0
      if (n > 0) grants.push(grantOf(course.employment, payment, n))
    }
  }
  return grants
}

/** The payments behind these grants, in their order, by the first day of their leave year. */
export const paymentsOf = (course: Course, until: Day): ReadonlyMap<Day, readonly Payment[]> => {
  const { employment, terms, joining } = course
  const left = employment.at(-1)?.last ?? joining
  const start = Math.max(joining, terms[0]?.from ?? joining)
  const inYear = countingPeriods()
  const years = new Map<Day, Payment[]>()
  for (const period of periodsFrom(terms, start, Math.min(left, horizon(terms, until)))) {
    const payment = paymentOf(course, period, inYear)
    if (!payment || leftWaiting(employment, payment)) continue
    const year = years.get(period.leaveYear.first)
    if (year) year.push(payment)
    else years.set(period.leaveYear.first, [payment])
  }
  return years
}

/** How far payments must be known: grants that are rounded one by one need those of the whole leave year. */
const horizon = (terms: readonly Terms[], day: Day): Day => {
  const inForce = terms[inForceAt(terms, day)]
  const wholeYear = inForce && terms.some(({ plan }) => plan?.rounding.of === 'each')
  return wholeYear ? yearAround(inForce.origin.leaveYear, day).last : day
}

/** Who is not employed on the first day after the waiting period gets nothing of what was due before. */
const leftWaiting = (employment: readonly Stretch[], payment: Payment): boolean => {
  const { grantedFrom } = payment.by.terms
  if (dueOn(employment, payment) >= grantedFrom) return false
  return !employment.some(({ first, last }) => first <= grantedFrom && grantedFrom <= last)
}

const grantOf = (employment: readonly Stretch[], payment: Payment, n: Parts): Grant => {
  const { period, by, stage } = payment
  const on = Math.max(dueOn(employment, payment), by.terms.grantedFrom)
  const { carries, until } = usableUntil(stage.validity, on)
  return {
    source: 'plan',
    on: dateOf(on),
    first: dateOf(period.first),
    last: dateOf(period.last),
    leaveYear: dateOf(period.leaveYear.first),
    n,
    balanceCap: stage.balanceCap,
    yearlyCap: stage.yearlyCap,
    carries,
    until,
    fact: by.terms.fact,
  }
}

/** The first day for which anybody is paid; or the last one on which they are employed, or the day after. */
const dueOn = (employment: readonly Stretch[], { by, period }: Payment): Day => {
  const { due, endIs } = by.terms.plan
  if (due === 'start') return by.first
  const last = lastEmployed(employment, period)
  return endIs === 'lastDay' ? last : last + 1
}

const lastEmployed = (employment: readonly Stretch[], period: Stretch): Day =>
  Math.min(period.last, employment.findLast(({ first }) => first <= period.last)?.last ?? period.last)

/** How many periods of its grid start in a period's leave year; counted once for periods in a row. */
const countingPeriods = (): ((period: Period) => number) => {
  let [known, count]: [Period | undefined, number] = [undefined, 0]
  return (period) => {
    if (known?.leaveYear !== period.leaveYear || !sameFrequency(known.frequency, period.frequency)) {
      known = period
      count = Math.max(1, startsIn(period.frequency, period.terms.origin, period.leaveYear))
    }
    return count
  }
}
