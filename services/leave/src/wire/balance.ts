import { type Amount, type LocalDate, newYearsEve, type PersonId, type Unit } from '@awayday/kernel'
import type { Entry, Ledger } from '#domain/ledger/figures.ts'
import { type AmountShown, amountShown } from './amount.ts'
import { entryText } from './entry-text.ts'

export type BalanceShown = {
  readonly person: PersonId
  readonly leaveType: string
  readonly asOf: LocalDate
  /** With what was carried into the year, and without what was paid out of it. */
  readonly granted: AmountShown
  readonly taken: AmountShown
  readonly booked: AmountShown
  readonly pending: AmountShown
  readonly expired: AmountShown
  readonly available: AmountShown
  readonly entries: readonly EntryShown[]
}

export type EntryShown = {
  readonly on: LocalDate
  readonly kind: 'grant' | 'charge' | 'expiry'
  readonly amount: AmountShown
  readonly balance: AmountShown
  readonly lotFrom: LocalDate
  readonly lotUntil: LocalDate
  readonly request?: string
  /** `<stream>@<version>.<index>` */
  readonly event: string
  readonly text: string
}

/** `eventIds`: of each event by its number. */
export const balanceShown = (
  person: PersonId,
  leaveType: string,
  unit: Unit,
  { asOf, figures, entries, ahead }: Ledger,
  eventIds: readonly string[],
): BalanceShown => {
  const shown = (n: number): AmountShown => amountShown({ unit, n } satisfies Amount)
  const { carried, granted, taken, booked, pending, expired, paidOut, available } = figures
  return {
    person,
    leaveType,
    asOf,
    granted: shown(carried + granted - paidOut),
    taken: shown(taken),
    booked: shown(booked),
    pending: shown(pending),
    expired: shown(expired),
    available: shown(available),
    entries: [...entries, ...ahead]
      .filter(({ kind }) => kind !== 'withheld' && kind !== 'pending')
      .map((entry) => entryShown(entry, shown, unit, eventIds)),
  }
}

const entryShown = (
  entry: Entry,
  shown: (n: number) => AmountShown,
  unit: Unit,
  eventIds: readonly string[],
): EntryShown => {
  const event = eventIds[Number(entry.fact)]
  if (event === undefined) throw new Error('an entry without an event behind it')
  const { on, n, balance, lot, leave } = entry
  return {
    on,
    kind: KINDS[entry.kind],
    amount: shown(n),
    balance: shown(balance),
    lotFrom: lot?.from ?? on,
    lotUntil: lot?.until ?? (lot ? NEVER : on),
    ...(leave === null ? {} : { request: leave }),
    event,
    text: entryText(entry, unit),
  }
}

/** Of a lot that never expires: the last day there is. */
const NEVER = newYearsEve(2199)

const KINDS: Readonly<Record<Entry['kind'], EntryShown['kind']>> = {
  grant: 'grant',
  credit: 'grant',
  carriedIn: 'grant',
  carriedOut: 'expiry',
  charge: 'charge',
  overdraft: 'charge',
  booked: 'charge',
  pending: 'charge',
  expiry: 'expiry',
  cut: 'expiry',
  withheld: 'expiry',
  payOut: 'expiry',
  debtDropped: 'expiry',
}
