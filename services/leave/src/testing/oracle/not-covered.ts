import type { LocalDate } from '@awayday/kernel'
import type { Facts, Leave } from '#domain/facts/facts.ts'
import type { Charge } from '#domain/time/charged.ts'
import { type DayNo, dateOf, no } from './almanac.ts'
import { balanceOf, claimsOf, emptyBook } from './book.ts'
import { liveThrough } from './day-in-the-book.ts'
import { personFor } from './grants.ts'
import { byDay } from './ledger.ts'
import { carryOverDays } from './order.ts'
import type { PersonDays } from './person-days.ts'

/** The first day on which a decision would leave too little (rule 24); `leave`: the one that is edited or approved. */
export const oracleNotCovered = (
  facts: Facts,
  leaveType: string,
  wish: readonly Charge[],
  leave?: string,
): LocalDate | undefined => {
  const accepted = facts.leaves.filter((one) => one.status === 'accepted' && one.leaveType === leaveType)
  const before = accepted.find(({ id }) => id === leave)
  const others = accepted.filter((one) => one !== before)
  const days = [...wish, ...accepted.flatMap(({ charges }) => charges)].map(({ day }) => no(day))
  if (wish.length === 0 || (before && wish.every(({ day }) => of(wish, day) <= of(before.charges, day))))
    return undefined
  const person = personFor(facts, leaveType, dateOf(Math.max(...days)))
  const changes = [...facts.policies, ...facts.credits].map(({ from }) => no(from))
  const lastChange = Math.max(...days, ...changes, ...facts.payOuts.map(({ on }) => no(on)))
  const end = yearOf(person, yearOf(person, lastChange).next).next - 1 // and the year after
  const asked = facts.leaves.find(({ id }) => id === leave)
  const wished = {
    id: leave ?? 'wish',
    leaveType,
    charges: wish,
    status: 'accepted',
    fact: '',
    dates: isAsAsked(asked, wish) ? asked.dates : ({ kind: 'days', days: wish } as const),
  } as const
  // time away may change what worked time earns
  const leaves = [...facts.leaves.filter(({ id }) => id !== leave), wished]
  const earnsByWork = facts.policies.some(({ policy }) => (policy.entitlement?.plan?.earned ?? 'byTime') !== 'byTime')
  const changed = earnsByWork ? personFor({ ...facts, leaves }, leaveType, dateOf(Math.max(...days))) : person
  const opening = person.first + 700 // before the first fact
  const balances = (of: PersonDays, leaves: typeof accepted): readonly number[] => {
    const claims = byDay(claimsOf(leaves, leaveType, no))
    const book = emptyBook(of.first)
    const found: number[] = []
    for (let day = opening; day <= end; day++) {
      liveThrough(of, book, day, claims.get(day) ?? [], false)
      found.push(balanceOf(book))
    }
    return found
  }
  const [without, together] = [balances(person, accepted), balances(changed, [...others, wished])]
  // what time away takes from worked time may be granted before it
  for (let day = opening; day <= end; day++) {
    const floor = person.on(day).entitlement?.floor ?? null
    const [was, is] = [without[day - opening] ?? 0, together[day - opening] ?? 0]
    if (floor === null || is >= floor || is >= was) continue
    const year = yearOf(person, day)
    // a change that charges no more up to this year may go as low as accepted leave does anyway
    if (before && yearsUpTo(person, wish, year.next).every((one) => inYear(wish, one) <= inYear(before.charges, one))) {
      const lowest = Math.min(...without.slice(Math.max(0, year.first - opening), year.next - opening))
      if (is >= lowest) continue
    }
    return dateOf(day)
  }
  return undefined
}

const isAsAsked = (asked: Leave | undefined, wish: readonly Charge[]): asked is Leave =>
  JSON.stringify(asked?.charges.map(({ day, n }) => [day, n])) === JSON.stringify(wish.map(({ day, n }) => [day, n]))

type Year = { readonly first: DayNo; readonly next: DayNo }

const yearOf = (person: PersonDays, day: DayNo): Year => ({
  first: carryOverDays(person).findLast((each) => each <= day) ?? person.first,
  next: carryOverDays(person).find((each) => each > day) ?? person.last,
})

/** The years of days asked for, up to one that ends on a day. */
const yearsUpTo = (person: PersonDays, wish: readonly Charge[], end: DayNo): Year[] =>
  wish.filter(({ day }) => no(day) < end).map(({ day }) => yearOf(person, no(day)))

const inYear = (charges: readonly Charge[], { first, next }: Year): number =>
  charges.reduce((sum, { day, n }) => (first <= no(day) && no(day) < next ? sum + n : sum), 0)

const of = (charges: readonly Charge[], date: LocalDate): number =>
  charges.reduce((sum, { day, n }) => (day === date ? sum + n : sum), 0)
