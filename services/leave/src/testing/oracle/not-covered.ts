import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../../domain/facts/facts.ts'
import type { Charge } from '../../domain/time/charged.ts'
import { type DayNo, dateOf, no } from './almanac.ts'
import { balanceOf, claimsOf, emptyBook } from './book.ts'
import { liveThrough } from './day-in-the-book.ts'
import { personFor } from './grants.ts'
import { byDay } from './ledger.ts'
import { carryOverDays } from './order.ts'

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
  const edges = [...facts.credits.map(({ from }) => no(from)), ...facts.payOuts.map(({ on }) => no(on))]
  const [start, end] = [Math.min(...days), Math.max(...days, ...edges) + 1]
  if (wish.length === 0) return undefined
  const wished = {
    id: leave ?? 'wish',
    leaveType,
    charges: wish,
    status: 'accepted',
    fact: '',
    dates: { kind: 'days', days: [] },
  } as const
  const person = personFor(facts, leaveType, dateOf(end))
  const balances = (leaves: typeof accepted): ReadonlyMap<DayNo, number> => {
    const claims = byDay(claimsOf(leaves, leaveType, no))
    const book = emptyBook(person.first)
    const found = new Map<DayNo, number>()
    for (let day = person.first + 700; day <= end + 366; day++) {
      liveThrough(person, book, day, claims.get(day) ?? [], false)
      found.set(day, balanceOf(book))
    }
    return found
  }
  const [without, together] = [balances(accepted), balances([...others, wished])]
  for (let day = start; day <= end; day++) {
    const floor = person.on(day).entitlement?.floor ?? null
    const [was, is] = [without.get(day) ?? 0, together.get(day) ?? 0]
    if (floor === null || is >= floor || is >= was) continue
    const first = carryOverDays(person).findLast((each) => each <= day) ?? person.first
    const next = carryOverDays(person).find((each) => each > day) ?? person.last
    const inYear = (charges: readonly Charge[]): number =>
      charges.reduce((sum, charge) => (first <= no(charge.day) && no(charge.day) < next ? sum + charge.n : sum), 0)
    if (before && inYear(wish) <= inYear(before.charges)) {
      let lowest = Infinity
      for (const [each, balance] of without) if (first <= each && each < next) lowest = Math.min(lowest, balance)
      if (is >= lowest) continue
    }
    return dateOf(day)
  }
  return undefined
}
