import type { LocalDate, PersonId, Unit } from '@awayday/kernel'
import type { Entry, Ledger } from '#domain/ledger/figures.ts'
import type { AmountShown } from './amount.ts'
import { entryText } from './entry-text.ts'
import { eventOf, figuresShown, lotFiguresShown, showing } from './figures.ts'

export type BalanceShown = {
  readonly person: PersonId
  readonly leaveType: string
  readonly asOf: LocalDate
  /** With what was carried into the year, and without what was paid out of it. */
  readonly entitled: AmountShown
  readonly taken: AmountShown
  readonly booked: AmountShown
  readonly pending: AmountShown
  readonly expired: AmountShown
  readonly available: AmountShown
  /** The leave year that the figures are of. */
  readonly year: Ledger['year']
  readonly figures: ReturnType<typeof figuresShown>
  readonly lots: readonly ReturnType<typeof lotFiguresShown>[]
  /** The newest of them. */
  readonly entries: readonly EntryShown[]
  /** Whether there are entries before these: the balance as of an earlier day has them. */
  readonly earlierEntries: boolean
}

/** About half a megabyte of JSON: a plan that pays each day has a thousand in three years, and functions answer six megabytes at most. */
const ENTRIES_MAX = 1_000

export type EntryShown = {
  readonly on: LocalDate
  readonly kind: 'grant' | 'charge' | 'expiry'
  readonly what: Entry['kind']
  /** Of days of leave: the last of them. */
  readonly last?: LocalDate
  /** What a cap withheld. */
  readonly withheld?: AmountShown
  readonly amount: AmountShown
  readonly balance: AmountShown
  readonly lotFrom: LocalDate | null
  readonly lotUntil: LocalDate | null
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
  { asOf, year, figures, lots, entries, ahead }: Ledger,
  eventIds: readonly string[],
): BalanceShown => {
  const shown = showing(unit)
  const { carried, granted, taken, booked, pending, expired, paidOut, available } = figures
  const told = [...entries, ...ahead].filter(({ kind }) => kind !== 'withheld' && kind !== 'pending')
  return {
    person,
    leaveType,
    asOf,
    entitled: shown(carried + granted - paidOut),
    taken: shown(taken),
    booked: shown(booked),
    pending: shown(pending),
    expired: shown(expired),
    available: shown(available),
    year,
    figures: figuresShown(figures, unit),
    lots: lots.map((lot) => lotFiguresShown(lot, unit, eventIds)),
    entries: told.slice(-ENTRIES_MAX).map((entry) => entryShown(entry, unit, eventIds)),
    earlierEntries: told.length > ENTRIES_MAX,
  }
}

export const entryShown = (entry: Entry, unit: Unit, eventIds: readonly string[]): EntryShown => {
  const shown = showing(unit)
  const { on, n, balance, lot, leave, last, withheld } = entry
  return {
    on,
    kind: KINDS[entry.kind],
    what: entry.kind,
    ...(last === null ? {} : { last }),
    ...(withheld === 0 ? {} : { withheld: shown(withheld) }),
    amount: shown(n),
    balance: shown(balance),
    lotFrom: lot?.from ?? null,
    lotUntil: lot?.until ?? null,
    ...(leave === null ? {} : { request: leave }),
    event: eventOf(entry.fact, eventIds),
    text: entryText(entry, unit),
  }
}

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
