import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Taking } from './course.ts'
import type { Holding } from './holding.ts'
import { inOrderOfUse, type Order } from './order-of-use.ts'
import type { Use } from './uses.ts'

/**
 * What leave that is not accepted would use, in the order given. Accepted leave comes first, whenever it is: of each lot there
 * is what is left at the year's end, or was when it expired.
 */
export const usesOf = (
  wished: readonly Taking[],
  year: readonly Holding[],
  lotsOn: (year: readonly Holding[], day: LocalDate) => readonly Holding[],
): readonly Use[] => {
  if (wished.length === 0) return []
  const free = new Map<Holding, Parts>(year.map((holding) => [holding, holding.left + holding.lost]))
  return wished.flatMap((taking) => {
    const uses: Use[] = []
    let open = taking.n
    for (const holding of lotsOn(year, taking.on)) {
      const there = free.get(holding) ?? 0
      const n = Math.min(open, there)
      if (n === 0) continue
      free.set(holding, there - n)
      uses.push({ on: taking.on, n, holding, cause: taking })
      open -= n
    }
    if (open > 0) uses.push({ on: taking.on, n: open, holding: null, cause: taking })
    return uses
  })
}

/** The lots that can be used on a day, in the order of use. */
export const lotsOn =
  (orderOn: (day: LocalDate) => Order) =>
  (year: readonly Holding[], day: LocalDate): readonly Holding[] =>
    inOrderOfUse(
      year.filter(({ lot, last }) => lot.from <= day && day <= last),
      orderOn(day),
    )

/** And then those that begin later in the year, as they pay what the others do not cover. */
export const lotsOnAndLater =
  (orderOn: (day: LocalDate) => Order) =>
  (year: readonly Holding[], day: LocalDate): readonly Holding[] => [
    ...lotsOn(orderOn)(year, day),
    ...year.filter(({ lot }) => lot.from > day),
  ]
