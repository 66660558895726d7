import type { CarryOver } from '#domain/policy/carry-over.ts'
import { type DayNo, dateOf, nextMonthDay, no, plus } from './almanac.ts'
import { type Book, balanceOf, expire, openLot } from './book.ts'
import { grantsOf } from './grants.ts'
import { inOrder, orderOn } from './order.ts'
import { type PersonDays, stageAt } from './person-days.ts'

/** What is left goes over, as far as the policy of the day before lets it (rules 20 and 21); a new year begins. */
export const carryOver = (person: PersonDays, book: Book, day: DayNo): void => {
  const { plan, stage } = person.on(day - 1)
  const rule = plan ? stageAt(plan, stage).carryOver : ALL
  const going = inOrder(
    person,
    book.lots.filter(({ carries }) => carries),
    day - 1,
    orderOn(person, day - 1),
  )
  const left = going.reduce((sum, lot) => sum + lot.left, 0)
  const pin = person.facts.closedYears.find(
    ({ leaveType, last }) => leaveType === person.leaveType && no(last) === day - 1,
  )
  const pinned = pin?.carry.reduce((sum, { n }) => sum + n, 0)
  const carried = pinned === undefined ? carriedBy(person, rule, left, day) : Math.max(0, pinned)
  let forfeited = Math.max(0, left - carried)
  for (const lot of going) {
    const lost = Math.min(forfeited, lot.left)
    forfeited -= lost
    expire(book, lot, lost)
    lot.used.carriedOut += lot.left
    lot.left = 0
  }
  book.lots = book.lots.filter((lot) => lot.left > 0)
  if (pinned !== undefined)
    book.debts = pinned < 0 ? [{ use: 'settled', from: day, left: -pinned, booked: false, late: false }] : []
  else if (rule.debt === 'dropped') book.debts = []
  else book.debts = book.debts.map((debt): Book['debts'][number] => ({ ...debt, use: 'settled' }))
  const keeps = rule.usable.kind === 'untilCarryOver' ? carried : Math.min(carried, rule.keeps)
  const lot = { source: 'carried', from: day, fact: 'carried' } as const
  const until = lastUsable(rule, day)
  if (carried > keeps) book.lots.push(openLot({ ...lot, n: carried - keeps, carries: until === null, until }))
  if (keeps > 0) book.lots.push(openLot({ ...lot, n: keeps, carries: true, until: null }))
  book.year = { first: day, carried: balanceOf(book), granted: 0, taken: 0, expired: 0, paidOut: 0 }
}

const ALL: CarryOver = { most: null, keeps: 0, usable: { kind: 'untilCarryOver' }, totalMost: null, debt: 'carried' }

const carriedBy = (person: PersonDays, { most, totalMost }: CarryOver, left: number, day: DayNo): number => {
  const carried = most === null ? left : Math.min(left, most)
  if (totalMost === null) return carried
  const date = dateOf(day)
  const fresh = grantsOf(person)
    .filter(({ on }) => on === date)
    .reduce((sum, { n }) => sum + n, 0)
  return Math.min(carried, Math.max(0, totalMost - fresh))
}

const lastUsable = ({ usable }: CarryOver, day: DayNo): DayNo | null => {
  switch (usable.kind) {
    case 'untilCarryOver':
      return null
    case 'length':
      return plus(day, usable.length) - 1
    case 'date':
      return nextMonthDay(day, usable.date)
    default:
      return usable satisfies never
  }
}
