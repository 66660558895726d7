import type { Leave } from '#domain/facts/facts.ts'
import type { Lot } from '#domain/ledger/lot.ts'
import type { DayNo } from './almanac.ts'

/** What uses a lot: leave taken, a pay-out, or a credit below zero and what a carried debt was made of. */
export type Use = 'taken' | 'paidOut' | 'settled'

/** A lot on its way through time. */
export type OpenLot = {
  readonly source: Lot['source']
  readonly from: DayNo
  readonly until: DayNo | null
  readonly carries: boolean
  readonly n: number
  readonly fact: string
  left: number
  readonly used: Record<Use | 'expired' | 'carriedOut', number>
  /** What it paid of debts that were there on the day the figures are of. */
  readonly repaid: Record<Use, number>
  /** What credits below zero take after that day. */
  settledAhead: number
  /** Charges after the day the figures are of. */
  booked: number
  /** What was left when its last usable day was over. */
  lapsed: number
}

/** What nothing has covered yet, oldest first. */
export type Debt = {
  readonly use: Use
  readonly from: DayNo
  left: number
  readonly booked: boolean
  readonly late: boolean
}

/** The state of one leave type at some moment, and what has happened in the year so far. */
export type Book = {
  /** Those of this year, empty ones too. */
  lots: OpenLot[]
  debts: Debt[]
  year: { first: DayNo; carried: number; granted: number; taken: number; expired: number; paidOut: number }
  /** What the plan's grants have paid, by leave year. */
  readonly paid: Map<string, number>
}

export const emptyBook = (first: DayNo): Book => ({
  lots: [],
  debts: [],
  year: { first, carried: 0, granted: 0, taken: 0, expired: 0, paidOut: 0 },
  paid: new Map(),
})

export const openLot = (lot: Pick<OpenLot, 'source' | 'from' | 'until' | 'carries' | 'n' | 'fact'>): OpenLot => ({
  ...lot,
  left: lot.n,
  used: { taken: 0, paidOut: 0, settled: 0, expired: 0, carriedOut: 0 },
  repaid: { taken: 0, paidOut: 0, settled: 0 },
  settledAhead: 0,
  booked: 0,
  lapsed: 0,
})

export const held = ({ lots }: Book): number => lots.reduce((sum, { left }) => sum + left, 0)
export const owed = ({ debts }: Book): number => debts.reduce((sum, { left }) => sum + left, 0)
export const balanceOf = (book: Book): number => held(book) - owed(book)

export type Claim = { readonly day: DayNo; readonly n: number; readonly leave: string }

/** The charges of some leave of a type, in the order in which they use lots. */
export const claimsOf = (
  leaves: readonly Leave[],
  leaveType: string,
  no: (day: Leave['charges'][number]['day']) => DayNo,
): Claim[] =>
  leaves
    .filter((leave) => leave.leaveType === leaveType)
    .flatMap(({ id, charges }) => charges.map(({ day, n }) => ({ day: no(day), n, leave: id })))
    .sort((a, b) => a.day - b.day || (a.leave < b.leave ? -1 : a.leave > b.leave ? 1 : 0))

export const expire = (book: Book, lot: Book['lots'][number], n: number): void => {
  lot.left -= n
  lot.used.expired += n
  book.year.expired += n
}
