import { compare, type LocalDate, unreachable } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { LotFigures } from './figures.ts'
import { type Debt, type Holding, holdingOf } from './holding.ts'
import { type Journal, unheard } from './journal.ts'
import { inOrderOfUse, type Order } from './order-of-use.ts'
import type { Reckoning } from './reckon.ts'

/** What became of each lot. */
export type Rows = Map<Holding, Row>
type Row = {
  taken: Parts
  booked: Parts
  pending: Parts
  expired: Parts
  paidOut: Parts
  carriedOut: Parts
  settled: Parts
}

/** Adds up what happens to each lot. */
export const byLot = (rows: Rows): Journal => ({
  ...unheard,
  note: (kind, _on, n, holding) => {
    if (!holding) return
    if (kind === 'charge') rowOf(rows, holding).taken -= n
    else if (kind === 'expiry' || kind === 'cut') rowOf(rows, holding).expired -= n
    else if (kind === 'payOut') rowOf(rows, holding).paidOut -= n
    else if (kind === 'carriedOut') rowOf(rows, holding).carriedOut -= n
  },
  settle: (_on, n, holding, debt) => pay(rows, n, holding, debt),
})

/** After the day of the figures, of lots that count already: they pay what was owed then, and credits below zero. */
export const payingByLot = (rows: Rows, asOf: LocalDate): Journal => ({
  ...unheard,
  settle: (_on, n, holding, debt) => {
    if (debt.debtor || debt.on <= asOf) pay(rows, n, holding, debt)
  },
})

const pay = (rows: Rows, n: Parts, holding: Holding, { of, debtor }: Debt): void => {
  const row = rowOf(rows, holding)
  switch (of) {
    case 'charge':
      row.taken += n
      return
    case 'payOut':
      row.paidOut += n
      return
    case 'credit':
    case 'carried':
      row.settled += n
      if (debtor) rowOf(rows, debtor).settled -= n
      return
    default:
      unreachable(of)
  }
}

/** In the order of use; what no lot has covered yet comes last. */
export const lotFigures = (rows: Rows, reckoning: Reckoning, order: Order): readonly LotFigures[] => {
  const { lots, owed, booked, pending } = reckoning
  const open = [...owed.filter(({ debtor }) => !debtor), ...[...booked, ...pending].filter(({ holding }) => !holding)]
  const [oldest] = open.toSorted((a, b) => compare(a.on, b.on))
  const debt = oldest ? overdraftOf(oldest) : null
  for (const { of, n, debtor } of owed) if (!debtor) add(rows, debt, of === 'payOut' ? 'paidOut' : 'taken', n)
  for (const { holding, n } of booked) add(rows, holding ?? debt, 'booked', n)
  for (const { holding, n } of pending) add(rows, holding ?? debt, 'pending', n)
  return [...inOrderOfUse(lots, order), ...(debt ? [debt] : [])].map((holding) => {
    const row = rowOf(rows, holding)
    const used = Object.values(row).reduce((sum, n) => sum + n, 0)
    return { lot: holding.lot, ...row, available: holding.lot.n - used }
  })
}

const overdraftOf = ({ on, cause }: Pick<Debt, 'on' | 'cause'>): Holding =>
  holdingOf({ source: 'debt', from: on, until: null, n: 0, carries: true, fact: cause.fact })

const add = (rows: Rows, holding: Holding | null, figure: keyof Row, n: Parts): void => {
  if (holding) rowOf(rows, holding)[figure] += n
}

const rowOf = (rows: Rows, holding: Holding): Row => {
  const known = rows.get(holding)
  if (known) return known
  const row: Row = { taken: 0, booked: 0, pending: 0, expired: 0, paidOut: 0, carriedOut: 0, settled: 0 }
  rows.set(holding, row)
  return row
}
