import type { LocalDate, Unit } from '@awayday/kernel'
import type { Figures, LotFigures } from '#domain/ledger/figures.ts'
import type { Lot } from '#domain/ledger/lot.ts'
import { type AmountShown, amountShown } from './amount.ts'

type Shown<T> = { readonly [Key in keyof T]: AmountShown }

/** n in 1/10,000 of the unit. */
export const showing =
  (unit: Unit) =>
  (n: number): AmountShown =>
    amountShown({ unit, n })

export const figuresShown = (figures: Figures, unit: Unit): Shown<Figures> => {
  const show = showing(unit)
  const { carried, granted, taken, booked, pending, expired, paidOut, balance, available } = figures
  return {
    carried: show(carried),
    granted: show(granted),
    taken: show(taken),
    booked: show(booked),
    pending: show(pending),
    expired: show(expired),
    paidOut: show(paidOut),
    balance: show(balance),
    available: show(available),
  }
}

/** `until` is absent where it never expires; `event`: of the fact behind it. */
export type LotShown = {
  readonly source: Lot['source']
  readonly from: LocalDate
  readonly until?: LocalDate
  readonly amount: AmountShown
  readonly carries: boolean
  readonly event: string
}

export const lotShown = (
  { source, from, until, n, carries, fact }: Lot,
  unit: Unit,
  eventIds: readonly string[],
): LotShown => ({
  source,
  from,
  ...(until === null ? {} : { until }),
  amount: showing(unit)(n),
  carries,
  event: eventOf(fact, eventIds),
})

export const lotFiguresShown = (figures: LotFigures, unit: Unit, eventIds: readonly string[]) => {
  const show = showing(unit)
  const { lot, taken, booked, pending, expired, paidOut, carriedOut, settled, available } = figures
  return {
    lot: lotShown(lot, unit, eventIds),
    taken: show(taken),
    booked: show(booked),
    pending: show(pending),
    expired: show(expired),
    paidOut: show(paidOut),
    carriedOut: show(carriedOut),
    settled: show(settled),
    available: show(available),
  }
}

/** A fact is the number of its event in the stream. */
export const eventOf = (fact: string, eventIds: readonly string[]): string => {
  const event = eventIds[Number(fact)]
  if (event === undefined) throw new Error('a figure without an event behind it')
  return event
}
