import type { LocalDate } from '@awayday/kernel'
import { policyOn } from '../../entitlement/policy-on.ts'
import { chargesFor } from '../../facts/charges-for.ts'
import { isEmployed } from '../../facts/employed.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Dates } from '../../time/absence.ts'
import type { Charge } from '../../time/charged.ts'
import { slotsOf } from '../../time/day-states.ts'
import { partsOf } from '../../time/parts-of.ts'
import { planOn } from '../../time/plan-on.ts'
import { asCounted } from '../../time/weekdays-counted.ts'
import { calendarOn } from '../../time/work-on.ts'
import type { Answer, Json } from '../answer.ts'
import { type AnswerTo, type Asking, datesAsked, factsOf, leaveOf, showing } from '../asking.ts'
import { monthOf, partText } from '../texts.ts'
import { sickTypes } from './work.ts'

/** What leave costs: in all, by day, by month and by year; and why a day that is named costs nothing. */
export const charge: AnswerTo<'charge'> = (ask, asking) => {
  const facts = factsOf(asking, ask.person)
  const dates = datesAsked(ask, facts)
  const charges = leaveOf(facts, ask.leave)?.charges ?? wishedCharges(facts, ask.leaveType, dates, null)
  return {
    ...chargeJson(charges, asking, ask),
    notCharged: notCharged(facts, ask.leaveType, dates, charges, sickTypes(asking)),
  }
}

/** Leave of the same type that was accepted comes before what is only asked about. */
export const wishedCharges = (
  facts: Facts,
  leaveType: string,
  dates: Dates,
  instead: string | null,
): readonly Charge[] => {
  const earlier = facts.leaves.filter(
    (leave) => leave.leaveType === leaveType && leave.status === 'accepted' && leave.id !== instead,
  )
  return chargesFor(
    facts,
    leaveType,
    dates,
    earlier.map((leave) => leave.dates),
  )
}

export const chargeJson = (charges: readonly Charge[], asking: Asking, ask: Parameters<typeof showing>[1]): Answer => {
  const { unit, show } = showing(asking, ask)
  const by = (keyOf: (day: LocalDate) => string): Json => {
    const sums = new Map<string, number>()
    for (const { day, n } of charges) sums.set(keyOf(day), (sums.get(keyOf(day)) ?? 0) + n)
    return Object.fromEntries([...sums].map(([key, n]) => [key, show(n)]))
  }
  return {
    unit,
    total: show(total(charges)),
    byYear: by((day) => day.slice(0, 4)),
    byMonth: by(monthOf),
    days: charges.map(({ day, part, n, sandwiched }) => ({
      date: day,
      part: partText(part),
      amount: show(n),
      ...(sandwiched ? { sandwiched } : {}),
    })),
  }
}

export const total = (charges: readonly Charge[]): number => charges.reduce((sum, { n }) => sum + n, 0)

const notCharged = (
  facts: Facts,
  leaveType: string,
  dates: Dates,
  charges: readonly Charge[],
  sick: readonly string[],
): Json =>
  partsOf(dates)
    .filter(({ day }) => !charges.some((charge) => charge.day === day))
    .map(({ day }) => ({ date: day, why: whyFree(facts, leaveType, day, sick) }))

/** The first reason that there is, from the person outwards. */
const whyFree = (facts: Facts, leaveType: string, day: LocalDate, sick: readonly string[]): string => {
  if (!isEmployed(facts.employment, day)) return 'not employed'
  const calendar = calendarOn(facts, day)
  const holiday = calendar?.holidays.find((one) => one.day === day)
  const closing = calendar?.closings.find(({ first, last }) => first <= day && day <= last)
  const counting = policyOn(facts, leaveType, day)?.policy.counting
  const { schedules } = counting ? asCounted(facts, counting) : facts
  if (planOn(schedules, day).halves === 'none') return 'nothing planned'
  if (holiday) return `holiday: ${holiday.name}`
  if (closing) return `closing: ${closing.name}`
  const sickness = slotsOf(facts, facts.leaves, day, sick).find(({ state }) => state === 'sickness')
  if (sickness) return `given back: sickness "${sickness.leave}"`
  return 'nothing planned in that part, or left out by the policy'
}
