import type { LocalDate } from '@awayday/kernel'
import { acceptedBefore } from '../../facts/accepted-before.ts'
import { chargesFor } from '../../facts/charges-for.ts'
import type { Facts } from '../../facts/facts.ts'
import { NEW_LEAVE } from '../../ledger/with-leave.ts'
import type { Dates } from '../../time/absence.ts'
import type { Charge } from '../../time/charged.ts'
import { partText } from '../../time/part-text.ts'
import { partsOf } from '../../time/parts-of.ts'
import type { Answer, Json } from '../answer.ts'
import { type AnswerTo, type Asking, askedOf, datesAsked, factsOf, leaveOf, showing } from '../asking.ts'
import { monthOf } from '../texts.ts'
import { whyFree } from './why-free.ts'
import { sickTypes } from './work.ts'

/** What leave costs: in all, by day, by month and by year; and why a day that is named costs nothing. */
export const charge: AnswerTo<'charge'> = (ask, asking) => {
  const facts = factsOf(asking, ask.person)
  const dates = datesAsked(ask, facts)
  const charges = leaveOf(facts, ask.leave)?.charges ?? wishedCharges(facts, ask.leaveType, dates, null)
  const said = ask.leave !== null && (askedOf(asking, ask.person, ask.leave)?.charges ?? null) !== null
  return {
    ...chargeJson(charges, asking, ask),
    notCharged: partsOf(dates)
      .filter(({ day }) => !charges.some((charge) => charge.day === day))
      .map((named) => ({
        date: named.day,
        why: whyFree(facts, { ...ask, id: ask.leave, dates, said }, named, sickTypes(asking)),
      })),
  }
}

/** Accepted leave comes before what is only asked about. `instead`: the leave whose dates these would be. */
export const wishedCharges = (
  facts: Facts,
  leaveType: string,
  dates: Dates,
  instead: string | null,
): readonly Charge[] => chargesFor(facts, leaveType, dates, acceptedBefore(facts.leaves, instead ?? NEW_LEAVE))

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
