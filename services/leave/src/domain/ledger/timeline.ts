import type { LocalDate } from '@awayday/kernel'
import { type Day, dateOf, dayOf, NO_END } from '../entitlement/days.ts'
import { cut, pay } from './caps.ts'
import { carryOver, nextUntil } from './carry-over.ts'
import type { Course, Given } from './course.ts'
import { expire } from './expiry.ts'
import { holdingOf } from './holding.ts'
import type { Journal } from './journal.ts'
import { inOrderOfUse } from './order-of-use.ts'
import { hold, type Position, post } from './position.ts'
import { settle, take } from './settle.ts'

/** Goes on to the end of a day. Only days on which something happens are looked at. */
export const advance = (course: Course, at: Position, until: LocalDate, journal: Journal): void => {
  const end = dayOf(until)
  for (let day = nextDay(course, at); day <= end; day = nextDay(course, at)) live(course, at, day, journal)
  expire(at, end, journal)
}

const nextDay = ({ days }: Course, { done }: Position): Day =>
  Math.min(
    days.takings[done.takings] ?? NO_END,
    days.grants[done.grants] ?? NO_END,
    days.turns[done.turns] ?? NO_END,
    days.credits[done.credits] ?? NO_END,
    days.cuts[done.cuts] ?? NO_END,
  )

/** One day, in the order that docs/leave-calculation.md (17) gives. */
const live = (course: Course, at: Position, day: Day, journal: Journal): void => {
  const { done } = at
  const { days, turns, credits, grants, cuts, takings } = course
  takeOrder(course, at, day)
  expire(at, day, journal)
  while (days.turns[done.turns] === day) {
    const turn = turns[done.turns++]
    if (turn) carryOver(course, at, turn, journal)
  }
  while (days.credits[done.credits] === day) {
    const given = credits[done.credits++]
    if (given) add(course, at, given, journal)
  }
  while (days.grants[done.grants] === day) {
    const grant = grants[done.grants++]
    if (grant) pay(at, grant, nextUntil(course, at), journal)
  }
  while (days.cuts[done.cuts] === day) {
    const lower = cuts[done.cuts++]
    if (lower) cut(at, lower, journal)
  }
  if (at.debts.length > 0) settle(at, dateOf(day), journal)
  while (days.takings[done.takings] === day) {
    const taking = takings[done.takings++]
    if (taking) take(at, taking, journal)
  }
}

const add = (course: Course, at: Position, given: Given, journal: Journal): void => {
  const holding = holdingOf(given.carries ? { ...given, until: nextUntil(course, at) } : given)
  hold(at, holding)
  post(at, journal, 'credit', given.from, given.n, holding, { leave: null, fact: given.fact })
}

/** The order of use is that of the policy in force. */
const takeOrder = ({ days, orders }: Course, at: Position, day: Day): void => {
  const { done } = at
  if ((days.orders[done.orders] ?? NO_END) > day) return
  while ((days.orders[done.orders] ?? NO_END) <= day) at.order = orders[done.orders++]?.order ?? at.order
  at.held = inOrderOfUse(
    at.year.filter((holding) => holding.left > 0),
    at.order,
  )
}
