import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '#domain/facts/facts.ts'
import type { Figures, LotFigures } from '#domain/ledger/figures.ts'
import { type DayNo, dateOf, no } from './almanac.ts'
import { type Claim, claimsOf, emptyBook, type OpenLot } from './book.ts'
import { liveThrough } from './day-in-the-book.ts'
import { personFor } from './grants.ts'
import { carryOverDays, nextCarryOver } from './order.ts'
import { claimPending } from './pending.ts'
import type { PersonDays } from './person-days.ts'

/** A lot as the oracle tells it: the sums that are compared, not the facts behind them. */
export type OracleLot = Omit<LotFigures, 'lot'> & {
  readonly lot: Pick<LotFigures['lot'], 'source' | 'from' | 'until' | 'n' | 'carries'>
}

export type OracleLedger = {
  readonly year: { readonly first: LocalDate; readonly last: LocalDate }
  readonly figures: Figures
  readonly lots: readonly OracleLot[]
}

/** All figures as of the end of a day (rules 22 and 23), by living through every day from the first fact on. */
export const oracleLedger = (facts: Facts, leaveType: string, asOf: LocalDate): OracleLedger => {
  const person = personFor(facts, leaveType, asOf)
  const today = no(asOf)
  const claims = byDay(
    claimsOf(
      facts.leaves.filter(({ status }) => status === 'accepted'),
      leaveType,
      no,
    ),
  )
  const book = emptyBook(yearFirst(person, today))
  for (let day = person.first + 700; day <= today; day++) liveThrough(person, book, day, claims.get(day) ?? [], false)
  const yearLast = nextCarryOver(person, today) - 1
  const later = person.on(today).entitlement?.countLaterLots ?? false
  const now = { ...book.year, first: yearFirst(person, today) }
  const then = new Map(book.lots.map((lot) => [lot, { ...lot, used: { ...lot.used } }]))
  for (let day = today + 1; day <= yearLast; day++) liveThrough(person, book, day, claims.get(day) ?? [], true)
  const counts = (lot: OpenLot): boolean => later || lot.from <= today
  const uncovered = book.debts.reduce((sum, { booked, left }) => (booked ? sum + left : sum), 0)
  const booked = uncovered + book.lots.reduce((sum, lot) => (counts(lot) ? sum + lot.booked : sum), 0)
  const pendings = claimsOf(
    facts.leaves.filter(({ status }) => status === 'pending'),
    leaveType,
    no,
  ).filter(({ day }) => now.first <= day && day <= yearLast)
  const pending = claimPending(
    person,
    book,
    pendings,
    (lot) => counts(lot) && !(lot.until !== null && lot.until < today),
  )
  const granted = later ? book.year.granted : now.granted
  const balance = now.carried + granted - now.taken - now.expired - now.paidOut
  const figures: Figures = {
    carried: now.carried,
    granted,
    taken: now.taken,
    booked,
    pending: pending.total,
    expired: now.expired,
    paidOut: now.paidOut,
    balance,
    available: balance - booked - pending.total,
  }
  const lots = book.lots.filter(counts).map((lot) => lotFigures(lot, then.get(lot), pending.of.get(lot) ?? 0, later))
  return { year: { first: dateOf(now.first), last: dateOf(yearLast) }, figures, lots }
}

const lotFigures = (lot: OpenLot, then: OpenLot | undefined, pending: number, later: boolean): OracleLot => {
  // a lot that comes later pays what is owed today; where later lots count, later deductions do, too
  const owed = lot.repaid.taken + lot.repaid.paidOut + lot.repaid.settled
  const { left, used } = then ?? { left: lot.n - owed, used: { ...lot.repaid, expired: 0, carriedOut: 0 } }
  const ahead = later ? lot.settledAhead : 0
  const { source, from, until, n, carries } = lot
  return {
    lot: { source, from: dateOf(from), until: until === null ? null : dateOf(until), n, carries },
    ...used,
    settled: used.settled + ahead,
    booked: lot.booked,
    pending,
    available: left - ahead - lot.booked - pending,
  }
}

/** The last carry-over day up to a day. */
const yearFirst = (person: PersonDays, day: DayNo): DayNo =>
  carryOverDays(person).findLast((each) => each <= day) ?? person.first

export const byDay = (claims: readonly Claim[]): ReadonlyMap<DayNo, Claim[]> => {
  const days = new Map<DayNo, Claim[]>()
  for (const claim of claims) days.set(claim.day, [...(days.get(claim.day) ?? []), claim])
  return days
}
