import { addDays, compare, type LocalDate } from '@awayday/kernel'
import { type Day, dateOf, NO_END } from '../entitlement/days.ts'
import type { Holding } from './holding.ts'
import type { Journal } from './journal.ts'
import { expectExpiry, type Position, post } from './position.ts'

/** What was last usable before `day` expires, on the day after; the last usable day is itself usable. */
export const expire = (at: Position, day: Day, journal: Journal): void => {
  if (at.soonest >= day) return
  const date = dateOf(day)
  const over = at.held.filter((holding) => !holding.lot.carries && holding.last < date)
  at.held = at.held.filter((holding) => holding.lot.carries || holding.last >= date)
  at.soonest = NO_END
  for (const holding of at.held) expectExpiry(at, holding)
  for (const holding of over.sort(byLast)) lose(at, addDays(holding.last, 1), holding, holding.left, journal)
}

export const lose = (at: Position, on: LocalDate, holding: Holding, n: number, journal: Journal): void => {
  holding.left -= n
  holding.lost += n
  post(at, journal, 'expiry', on, -n, holding, { leave: null, fact: holding.lot.fact })
}

const byLast = (a: Holding, b: Holding): number => compare(a.last, b.last)
