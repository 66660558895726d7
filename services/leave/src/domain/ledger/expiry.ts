import { addDays, type LocalDate } from '@awayday/kernel'
import { type Holding, NEVER } from './holding.ts'
import type { Journal } from './journal.ts'
import { type Position, post } from './position.ts'

/** What was last usable before `day` expires, on the day after; the last usable day is itself usable. */
export const expire = (at: Position, day: LocalDate, journal: Journal): void => {
  if (at.soonest >= day) return
  const over = at.held.filter((holding) => !holding.lot.carries && holding.last < day)
  at.held = at.held.filter((holding) => holding.lot.carries || holding.last >= day)
  at.soonest = at.held.reduce((soonest, { lot, last }) => (!lot.carries && last < soonest ? last : soonest), NEVER)
  for (const holding of over.sort(byLast)) lose(at, addDays(holding.last, 1), holding, holding.left, journal)
}

export const lose = (at: Position, on: LocalDate, holding: Holding, n: number, journal: Journal): void => {
  holding.left -= n
  holding.lost += n
  post(at, journal, 'expiry', on, -n, holding, { leave: null, fact: holding.lot.fact })
}

const byLast = (a: Holding, b: Holding): number => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0)
