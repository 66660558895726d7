import type { Parts } from '../policy/plan.ts'
import type { Course } from './course.ts'
import { type Day, dateOf, type Stretch } from './days.ts'
import type { Grant } from './grant.ts'
import { startsIn } from './grid.ts'
import { yearAround } from './leave-year.ts'
import { type Payment, paymentOf, stageIn } from './payment-of.ts'
import { type Period, periodsFrom } from './periods.ts'
import { roundedPayments } from './rounded-payments.ts'
import { inForceAt, sameGrid, type Terms } from './terms.ts'
import { usableUntil } from './validity-of.ts'

/** What the plan grants for all periods that start up to a day, in their order, whenever they are due. */
export const planGrants = (course: Course, until: Day): readonly Grant[] => {
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
  return [...years.values()].flatMap((payments) => {
    const amounts = roundedPayments(payments.map(({ exact, by }) => ({ exact, rounding: by.terms.plan.rounding })))
    return payments.flatMap((payment, nth) => grantOf(payment, amounts[nth] ?? 0))
  })
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
  return (
    dueOn(payment) < grantedFrom && !employment.some(({ first, last }) => first <= grantedFrom && grantedFrom <= last)
  )
}

const grantOf = (payment: Payment, n: Parts): readonly Grant[] => {
  if (n === 0) return []
  const { period, by } = payment
  const stage = stageIn(period, by)
  const on = Math.max(dueOn(payment), by.terms.grantedFrom)
  const { carries, until } = usableUntil(stage.validity, on)
  return [
    {
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
    },
  ]
}

/** The first day for which anybody is paid; or the last one on which they are employed, or the day after. */
const dueOn = ({ by, until }: Payment): Day => {
  const { due, endIs } = by.terms.plan
  if (due === 'start') return by.first
  return endIs === 'lastDay' ? until : until + 1
}

/** How many periods of its grid start in a period's leave year; counted once for periods in a row. */
const countingPeriods = (): ((period: Period) => number) => {
  let [known, count]: [Period | undefined, number] = [undefined, 0]
  return (period) => {
    if (
      known?.leaveYear !== period.leaveYear ||
      !sameGrid(known.frequency, known.terms.origin, period.frequency, period.terms.origin)
    ) {
      known = period
      count = Math.max(1, startsIn(period.frequency, period.terms.origin, period.leaveYear))
    }
    return count
  }
}
