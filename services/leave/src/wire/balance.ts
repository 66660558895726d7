import { amountText, type LocalDate, lessThan, negate, type PersonId, unreachable, yearOf, zero } from '@awayday/kernel'
import type { Entry, Figures, Ledger } from '#domain/ledger.ts'
import { type AmountShown, amountShown } from './amount.ts'

export type BalanceShown = { readonly [Figure in keyof Figures]: AmountShown } & {
  readonly person: PersonId
  readonly leaveType: string
  readonly asOf: LocalDate
  readonly entries: readonly EntryShown[]
}

export type EntryShown = {
  readonly on: LocalDate
  readonly kind: Entry['kind']
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
  asOf: LocalDate,
  { figures, entries }: Ledger,
  eventIds: readonly string[],
): BalanceShown => ({
  person,
  leaveType,
  asOf,
  granted: amountShown(figures.granted),
  taken: amountShown(figures.taken),
  booked: amountShown(figures.booked),
  pending: amountShown(figures.pending),
  expired: amountShown(figures.expired),
  available: amountShown(figures.available),
  entries: entries.map((entry) => entryShown(entry, eventIds)),
})

const entryShown = (entry: Entry, eventIds: readonly string[]): EntryShown => {
  const event = eventIds[entry.fact]
  if (event === undefined) throw new Error('an entry without an event behind it')
  return {
    on: entry.on,
    kind: entry.kind,
    amount: amountShown(entry.amount),
    balance: amountShown(entry.balance),
    lotFrom: entry.lot.from,
    lotUntil: entry.lot.until,
    ...(entry.kind === 'charge' ? { request: entry.request } : {}),
    event,
    text: sentence(entry),
  }
}

const sentence = (entry: Entry): string => {
  const { kind, on, amount, lot } = entry
  const year = yearOf(lot.from)
  switch (kind) {
    case 'grant':
      return `${amountText(amount)} granted for ${year}, usable until ${lot.until}`
    case 'charge': {
      const days = entry.last === on ? `on ${on}` : `from ${on} to ${entry.last}`
      return `${amountText(negate(amount))} of leave ${days}`
    }
    case 'expiry':
      return lessThan(amount, zero(amount.unit))
        ? `${amountText(negate(amount))} of ${year} not used by ${lot.until}`
        : `${amountText(amount)} taken beyond what ${year} granted; a debt ends with its leave year`
    default:
      return unreachable(kind)
  }
}
