import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { reserving, writing, writingGrants } from './entries.ts'
import type { Entry, Figures, Ledger } from './figures.ts'
import { both, unheard } from './journal.ts'
import { byLot, lotFigures, payingByLot, type Rows } from './lot-figures.ts'
import { orderOn } from './order-of-use.ts'
import { reckon } from './reckon.ts'
import type { Situation } from './situation.ts'
import { situationOf } from './situation-of.ts'

/** How a balance came to be, as of the end of a day that may be past or future, with all behind it. */
export const ledgerOf = (facts: Facts, leaveType: string, asOf: LocalDate): Ledger =>
  ledgerIn(situationOf(facts, leaveType, asOf))

/** The figures alone: the same ones, faster. */
export const balanceOf = (facts: Facts, leaveType: string, asOf: LocalDate): Figures =>
  reckon(situationOf(facts, leaveType, asOf)).figures

export const ledgerIn = (situation: Situation): Ledger => {
  const { asOf, year, course, countLaterLots } = situation
  const rows: Rows = new Map()
  const entries: Entry[] = []
  const later: Entry[] = []
  const reckoning = reckon(situation, {
    past: both(writing(entries), byLot(rows)),
    future: countLaterLots ? both(writingGrants(later), payingByLot(rows, asOf)) : unheard,
  })
  const { figures, booked, pending } = reckoning
  const balance = entries.at(-1)?.balance ?? 0
  const granted = later.map((entry) => ({ ...entry, balance: entry.balance + balance }))
  const ahead = [
    ...granted,
    ...reserving('booked', booked, figures.balance),
    ...reserving('pending', pending, figures.balance - figures.booked),
  ]
  return { asOf, year, figures, lots: lotFigures(rows, reckoning, orderOn(course)(asOf)), entries, ahead }
}
