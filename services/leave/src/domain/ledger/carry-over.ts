import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Course, Turn } from './course.ts'
import { lose } from './expiry.ts'
import { type Holding, holdingOf } from './holding.ts'
import type { Journal } from './journal.ts'
import type { Lot } from './lot.ts'
import { hold, type Position, post } from './position.ts'

/** What is left of the lots that carry goes on, as far as the rule of the day before lets it; the rest is forfeited. */
export const carryOver = (course: Course, at: Position, turn: Turn, journal: Journal): void => {
  const ending = at.held.filter(({ lot }) => lot.carries)
  at.held = at.held.filter(({ lot }) => !lot.carries)
  const left = ending.reduce((sum, holding) => sum + holding.left, 0)
  const carried = turn.pinned === null ? carriedOf(course, at, turn, left) : Math.max(0, turn.pinned)
  forfeit(at, turn.on, ending, Math.max(0, left - carried), journal)
  for (const holding of ending) {
    if (holding.left === 0) continue
    post(at, journal, 'carriedOut', turn.on, -holding.left, holding, { leave: null, fact: holding.lot.fact })
    holding.left = 0
  }
  at.year = at.year.filter((holding) => holding.left > 0)
  for (const lot of carriedLots(turn, carried, nextUntil(course, at))) carryIn(at, lot, journal)
  carryDebts(at, turn, journal)
  journal.turn(turn.on, at.balance)
}

const carriedOf = (course: Course, at: Position, { on, rule }: Turn, left: Parts): Parts => {
  const most = rule?.most ?? left
  const totalMost = rule?.totalMost ?? null
  const room = totalMost === null ? left : Math.max(0, totalMost - grantedOn(course, at, on))
  return Math.min(left, most, room)
}

const grantedOn = ({ grants }: Course, { done }: Position, day: LocalDate): Parts => {
  let sum = 0
  for (let k = done.grants; grants[k]?.on === day; k++) sum += grants[k]?.n ?? 0
  return sum
}

/** From the lots that would have been used first. */
const forfeit = (at: Position, on: LocalDate, ending: readonly Holding[], n: Parts, journal: Journal): void => {
  let open = n
  for (const holding of ending) {
    const part = Math.min(open, holding.left)
    if (part > 0) lose(at, on, holding, part, journal)
    open -= part
  }
}

/** The last usable day of a lot that is subject to the next carry-over. */
export const nextUntil = ({ turns }: Course, { done }: Position): LocalDate | null =>
  turns[done.turns]?.dayBefore ?? null

const carriedLots = (turn: Turn, carried: Parts, next: LocalDate | null): readonly Lot[] => {
  const { on: from, usableUntil, fact } = turn
  const keeps = usableUntil === null ? carried : Math.min(carried, turn.rule?.keeps ?? carried)
  const lots: readonly Lot[] = [
    { source: 'carried', from, until: usableUntil, n: carried - keeps, carries: false, fact },
    { source: 'carried', from, until: next, n: keeps, carries: true, fact },
  ]
  return lots.filter(({ n }) => n > 0)
}

const carryIn = (at: Position, lot: Lot, journal: Journal): Holding => {
  const holding = holdingOf(lot)
  hold(at, holding)
  post(at, journal, 'carriedIn', lot.from, lot.n, holding, { leave: null, fact: lot.fact })
  return holding
}

/** Debts go on as one, or end. */
const carryDebts = (at: Position, turn: Turn, journal: Journal): void => {
  const { on, pinned, fact } = turn
  const owed = at.debts.reduce((sum, { n }) => sum + n, 0)
  const kept = pinned === null ? (turn.rule?.debt === 'dropped' ? 0 : owed) : Math.max(0, -pinned)
  if (owed > 0) post(at, journal, kept > 0 ? 'carriedOut' : 'debtDropped', on, owed, null, { leave: null, fact })
  at.debts = []
  if (kept === 0) return
  const debtor = carryIn(at, { source: 'debt', from: on, until: null, n: -kept, carries: true, fact }, journal)
  at.debts.push({ on, of: 'carried', cause: { leave: null, fact }, debtor, n: kept })
}
