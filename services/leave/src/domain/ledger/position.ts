import type { LocalDate } from '@awayday/kernel'
import { type Day, dayOf, NO_END } from '../entitlement/days.ts'
import type { Parts } from '../policy/plan.ts'
import type { Course } from './course.ts'
import { type Cause, type Debt, type Holding, NEVER } from './holding.ts'
import type { Journal, NoteKind } from './journal.ts'
import { insert, type Order } from './order-of-use.ts'

/** Where a walk along the timeline has come to: the end of a day. Belongs to one walk, and changes as it goes on. */
export type Position = {
  /** What `held` still holds, less the debts. */
  balance: Parts
  /** Lots that can be used and hold something, in the order of use. */
  held: Holding[]
  debts: Debt[]
  /** All lots that held something in this year up to now, as they were granted; those below zero too. */
  year: Holding[]
  order: Order
  /** No lot of `held` expires before the end of this day. */
  soonest: Day
  /** Whether any grant has a yearly cap, so that what each leave year has paid must be known. */
  readonly counts: boolean
  /** What the plan's grants of each leave year have paid. */
  readonly paid: Map<LocalDate, Parts>
  /** How many of each kind of the course have happened. */
  readonly done: { turns: number; credits: number; grants: number; cuts: number; takings: number; orders: number }
}

export const atTheStart = ({ orders, grants }: Course): Position => ({
  balance: 0,
  held: [],
  debts: [],
  year: [],
  order: orders[0]?.order ?? 'lastUsableFirst',
  soonest: NO_END,
  counts: grants.some(({ yearlyCap }) => yearlyCap !== null),
  paid: new Map(),
  done: { turns: 0, credits: 0, grants: 0, cuts: 0, takings: 0, orders: 0 },
})

/** A plus or minus, and the one place where the balance changes. */
export const post = (
  at: Position,
  journal: Journal,
  kind: NoteKind,
  on: LocalDate,
  n: Parts,
  holding: Holding | null,
  cause: Cause,
): void => {
  at.balance += n
  journal.note(kind, on, n, holding, cause)
}

/** From now on a lot can be used. */
export const hold = (at: Position, holding: Holding): void => {
  at.year.push(holding)
  if (holding.left === 0) return
  insert(at.held, holding, at.order)
  expectExpiry(at, holding)
}

/** Remembers when to look for expiry next. */
export const expectExpiry = (at: Position, { lot, last }: Holding): void => {
  if (!lot.carries && last !== NEVER) at.soonest = Math.min(at.soonest, dayOf(last))
}

/** Takes from lots in the order of use; what none of them covers comes back. */
export const use = (at: Position, n: Parts, taken: (part: Parts, holding: Holding) => void): Parts => {
  let open = n
  for (let first = at.held[0]; first && open > 0; first = at.held[0]) {
    const part = Math.min(open, first.left)
    first.left -= part
    open -= part
    if (first.left === 0) at.held.shift()
    taken(part, first)
  }
  return open
}
