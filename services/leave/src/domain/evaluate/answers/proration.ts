import { courseOf } from '../../entitlement/course.ts'
import { type Day, dateOf, dayOf } from '../../entitlement/days.ts'
import type { Fraction } from '../../entitlement/fraction.ts'
import { grantsOfYear } from '../../entitlement/grants-of.ts'
import { leaveYearOf } from '../../entitlement/leave-year.ts'
import { type Part, paidFor } from '../../entitlement/payment-of.ts'
import { paymentsOf } from '../../entitlement/plan-grants.ts'
import { policyOn } from '../../entitlement/policy-on.ts'
import { pays } from '../../entitlement/segments.ts'
import { isEmployed } from '../../facts/employed.ts'
import type { Facts } from '../../facts/facts.ts'
import { withinYearlyCap } from '../../ledger/caps.ts'
import { inForceOrFirst } from '../../time/in-force.ts'
import type { Answer } from '../answer.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { exactText, perWritten, shown, type WrittenUnit } from '../shown.ts'
import { grantJson } from './grants.ts'

/**
 * What the plan pays for one leave year, whenever it is due, as far as its yearly cap lets it; and the segments of its periods, with what each
 * of them pays before rounding.
 */
export const proration: AnswerTo<'proration'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const facts = factsOf(asking, ask.person, ask.knownOn)
  const year = leaveYearOf(facts, ask.leaveType, ask.on)
  const paid = withinYearlyCap(grantsOfYear(facts, ask.leaveType, year))
  return {
    unit,
    year,
    total: show(paid.reduce((sum, { n }) => sum + n, 0)),
    grants: paid.map((grant) => grantJson(grant, show)),
    segments: segmentsOf(facts, ask.leaveType, dayOf(year.first), dayOf(year.last), unit),
  }
}

/** Those that pay, period by period, and time of the leave year in which nothing is earned. */
const segmentsOf = (facts: Facts, leaveType: string, first: Day, last: Day, unit: WrittenUnit): readonly Answer[] => {
  const course = courseOf(facts, leaveType, last)
  if (!course) return []
  const paid = (paymentsOf(course, last).get(first) ?? []).flatMap(({ parts, period }) =>
    parts.map((part) => ({ first: part.of.first, last: part.of.last, part, period })),
  )
  const unpaid = course
    .segmentsOf({ first, last })
    .filter((segment) => !pays(segment))
    .map((segment) => ({ first: segment.first, last: segment.last, part: null, period: null }))
  return [...paid, ...unpaid]
    .toSorted((a, b) => a.first - b.first)
    .map(({ part, period, ...stretch }) => ({
      ...holding(facts, leaveType, stretch),
      ...(part ? partJson(part, unit) : { amount: null, per: null, pays: '0' }),
      ...(period ? { for: { first: dateOf(period.first), last: dateOf(period.last) } } : {}),
    }))
}

const holding = (facts: Facts, leaveType: string, days: { readonly first: Day; readonly last: Day }): Answer => {
  const [first, last] = [dateOf(days.first), dateOf(days.last)]
  const schedule = inForceOrFirst(facts.schedules, first)
  return {
    first,
    last,
    employed: isEmployed(facts.employment, first),
    policy: policyOn(facts, leaveType, first)?.fact ?? null,
    schedule: schedule?.fact ?? null,
    fullTimeShare: schedule ? shown(schedule.schedule.fte, 'day') : null,
  }
}

/** `pays` = `full` x `scale` x `share` x `worked`. */
const partJson = (part: Part, unit: WrittenUnit): Answer => ({
  amount: shown(part.stage.amount, part.stage.amountIn ?? unit),
  per: part.stage.per,
  ...(part.stage.amountIn === null ? {} : { amountIn: part.stage.amountIn }),
  full: amountText(part.full, unit),
  scale: fractionText(part.scale),
  share: fractionText(part.share),
  worked: fractionText(part.worked),
  pays: amountText(paidFor(part), unit),
})

const amountText = ({ n, d }: Fraction, unit: WrittenUnit): string =>
  exactText(BigInt(n), BigInt(d) * 10_000n * BigInt(perWritten(unit)))

const fractionText = ({ n, d }: Fraction): string => exactText(BigInt(n), BigInt(d))
