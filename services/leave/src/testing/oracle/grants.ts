import type { LocalDate } from '@awayday/kernel'
import type { Grant } from '#domain/entitlement/grant.ts'
import type { Applied, Facts } from '#domain/facts/facts.ts'
import type { Plan } from '#domain/policy/plan.ts'
import { addedHolidays } from './added-holidays.ts'
import { type DayNo, dateOf, dayIn, no, plus, ymd } from './almanac.ts'
import { type PayPeriod, payPeriods } from './pay-periods.ts'
import { paymentOf } from './payments.ts'
import { leaveYearFirst, once, type PersonDay, type PersonDays, personDays, stageAt, stageOf } from './person-days.ts'
import { plusR, type Ratio, rounded, zero } from './ratio.ts'
import { validUntil } from './validity.ts'

/** All grants due up to a day, oldest first; those that pay nothing left out. */
export const oracleGrants = (facts: Facts, leaveType: string, until: LocalDate): Grant[] =>
  grantsOf(personFor(facts, leaveType, until)).filter(({ on }) => on <= until)

type Known = { readonly year: number; readonly person: PersonDays }
const seen = new WeakMap<Facts, Map<string, Known>>()

/** The person's days from two years before the first fact to three years after the last one, so that all leave years there are whole. */
export const personFor = (facts: Facts, leaveType: string, until: LocalDate): PersonDays => {
  const year = ymd(no(until)).y
  const known = seen.get(facts)?.get(leaveType)
  if (known && year <= known.year) return known.person
  const froms = [...facts.policies, ...facts.employment, ...facts.credits].map(({ from }) => no(from))
  const days = [...froms, ...facts.leaves.flatMap(({ charges }) => charges.map(({ day }) => no(day))), no(until)]
  const last = ymd(Math.max(...days)).y
  const person = personDays(facts, leaveType, dayIn(ymd(Math.min(...days)).y - 2, 1, 1), dayIn(last + 3, 12, 31))
  seen.set(facts, (seen.get(facts) ?? new Map<string, Known>()).set(leaveType, { year: last, person }))
  return person
}

export const grantsOf = once((person): readonly Grant[] => {
  const grants = [...planGrants(person), ...addedHolidays(person)].filter(({ n }) => n !== 0)
  return grants.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
})

type Payment = {
  readonly period: PayPeriod
  readonly leaveYear: DayNo
  readonly due: DayNo
  readonly exact: Ratio
  readonly by: PersonDay
  /** The first day that is paid for, and the last. */
  readonly from: DayNo
  readonly to: DayNo
  readonly plan: Plan
  readonly applied: Applied
}

const planGrants = (person: PersonDays): Grant[] => {
  const byYear = new Map<DayNo, Payment[]>()
  for (const period of payPeriods(person, person.last - 370)) {
    const payment = paymentOf(person, period)
    if (!payment?.by.plan || !payment.by.applied || !payment.by.entitlement) continue
    const due = dueOn(person, period, payment.from, payment.by.plan)
    if (due === undefined) continue
    const leaveYear = leaveYearFirst(person, payment.by.entitlement.leaveYear, period.first)
    const paid = { ...payment, period, leaveYear, due, plan: payment.by.plan, applied: payment.by.applied }
    byYear
      .set(leaveYear, byYear.get(leaveYear) ?? [])
      .get(leaveYear)
      ?.push(paid)
  }
  return [...byYear.values()].flatMap((payments) => {
    const amounts = roundedOf(payments)
    return payments.map((payment, i) => grantOf(person, payment, amounts[i] ?? 0))
  })
}

/** The payments of one leave year, rounded as they go (rule 13); a coarser rounding that begins in mid-year takes nothing back. */
const roundedOf = (payments: readonly Payment[]): number[] => {
  const total = payments.reduce((sum, { exact }) => plusR(sum, exact), zero)
  let [soFar, given] = [zero, 0]
  return payments.map(({ exact, plan: { rounding, earned } }) => {
    soFar = plusR(soFar, exact)
    const n =
      rounding.of === 'cumulative'
        ? rounded(soFar, rounding) - given
        : typeof earned === 'object'
          ? rounded(exact, rounding)
          : Math.min(rounded(exact, rounding), rounded(total, rounding) - given)
    const paid = Math.max(0, n)
    given += paid
    return paid
  })
}

const grantOf = (person: PersonDays, payment: Payment, n: number): Grant => {
  const { period, leaveYear, due, from, to, plan, applied } = payment
  const at = plan.cutPeriod === 'new' ? to : from
  const stage = stageAt(plan, stageOf(plan, applied, person.joining, at))
  return {
    source: 'plan',
    on: dateOf(due),
    first: dateOf(period.first),
    last: dateOf(period.last),
    leaveYear: dateOf(leaveYear),
    n,
    balanceCap: stage.balanceCap,
    yearlyCap: stage.yearlyCap,
    ...validUntil(stage.validity, due),
    fact: applied.fact,
  }
}

const dueOn = (person: PersonDays, period: PayPeriod, from: DayNo, plan: Plan): DayNo | undefined => {
  let day = from
  if (plan.due === 'end') {
    day = period.last
    while (!person.on(day).employed) day -= 1
    if (plan.endIs === 'dayAfter') day += 1
  }
  if (plan.waiting?.earned !== 'granted' || person.joining === undefined) return day
  const over = plus(person.joining, plan.waiting.length)
  if (day >= over) return day
  return person.on(over).employed ? over : undefined
}
