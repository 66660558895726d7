import type { Book, Claim, OpenLot } from './book.ts'
import { inOrder, orderOn } from './order.ts'
import type { PersonDays } from './person-days.ts'

/** Pending leave uses what accepted leave leaves of each lot: at the year's end, or when it expires. */
export const claimPending = (
  person: PersonDays,
  book: Book,
  claims: readonly Claim[],
  counts: (lot: OpenLot) => boolean,
): { total: number; of: ReadonlyMap<OpenLot, number> } => {
  const spare = new Map(book.lots.map((lot) => [lot, lot.left + lot.lapsed]))
  const of = new Map<OpenLot, number>()
  let total = 0
  for (const { day, n } of claims) {
    if (!person.on(day).entitlement) continue
    const usable = book.lots.filter(({ from, until }) => from <= day && (until === null || day <= until))
    const later = book.lots.filter(({ from }) => from > day).sort((a, b) => a.from - b.from)
    let rest = n
    for (const lot of [...inOrder(person, usable, day, orderOn(person, day)), ...later]) {
      const taken = Math.min(rest, spare.get(lot) ?? 0)
      rest -= taken
      spare.set(lot, (spare.get(lot) ?? 0) - taken)
      if (counts(lot)) of.set(lot, (of.get(lot) ?? 0) + taken)
    }
    total += rest
  }
  return { total: total + [...of.values()].reduce((sum, n) => sum + n, 0), of }
}
