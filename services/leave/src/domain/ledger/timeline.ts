import type { LocalDate } from '@awayday/kernel'
import { cut, pay } from './caps.ts'
import { carryOver, nextUntil } from './carry-over.ts'
import type { Course } from './course.ts'
import { expire } from './expiry.ts'
import { holdingOf, NEVER } from './holding.ts'
import type { Journal } from './journal.ts'
import { inOrderOfUse } from './order-of-use.ts'
import { hold, type Position, post } from './position.ts'
import { settle, take } from './settle.ts'

/** Goes on to the end of a day. Only days on which something happens are looked at. */
export const advance = (course: Course, at: Position, until: LocalDate, journal: Journal): void => {
  for (let day = nextDay(course, at); day <= until; day = nextDay(course, at)) live(course, at, day, journal)
  expire(at, until, journal)
}

const nextDay = ({ turns, credits, grants, cuts, takings }: Course, { done }: Position): LocalDate => {
  let day = takings[done.takings]?.on ?? NEVER
  const grant = grants[done.grants]
  if (grant && grant.on < day) day = grant.on
  const turn = turns[done.turns]
  if (turn && turn.on < day) day = turn.on
  const credit = credits[done.credits]
  if (credit && credit.from < day) day = credit.from
  const lower = cuts[done.cuts]
  return lower && lower.on < day ? lower.on : day
}

/** One day, in the order that docs/leave-calculation.md (17) gives. */
const live = (course: Course, at: Position, day: LocalDate, journal: Journal): void => {
  const { done } = at
  orderOf(course, at, day)
  expire(at, day, journal)
  const turn = course.turns[done.turns]
  if (turn?.on === day) {
    done.turns++
    carryOver(course, at, turn, journal)
  }
  for (let given = course.credits[done.credits]; given?.from === day; given = course.credits[++done.credits]) {
    const holding = holdingOf(given.carries ? { ...given, until: nextUntil(course, at) } : given)
    hold(at, holding)
    post(at, journal, 'credit', day, given.n, holding, { leave: null, fact: given.fact })
  }
  for (let grant = course.grants[done.grants]; grant?.on === day; grant = course.grants[++done.grants])
    pay(at, grant, nextUntil(course, at), journal)
  for (let lower = course.cuts[done.cuts]; lower?.on === day; lower = course.cuts[++done.cuts]) cut(at, lower, journal)
  if (at.debts.length > 0) settle(at, day, journal)
  for (let taking = course.takings[done.takings]; taking?.on === day; taking = course.takings[++done.takings])
    take(at, taking, journal)
}

/** The order of use is that of the policy in force. */
const orderOf = ({ orders }: Course, at: Position, day: LocalDate): void => {
  const { done } = at
  let next = orders[done.orders]
  if (!next || next.from > day) return
  for (; next && next.from <= day; next = orders[++done.orders]) at.order = next.order
  at.held = inOrderOfUse(
    at.year.filter((holding) => holding.left > 0),
    at.order,
  )
}
