import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Taking } from './course.ts'
import type { Holding } from './holding.ts'
import { inOrderOfUse, type Order } from './order-of-use.ts'
import type { Use } from './uses.ts'

/**
 * What pending leave would use. Accepted leave comes first, whenever it is: of each lot there is what is left at the
 * year's end, or was when it expired. On a day without any, lots that begin later in the year pay.
 */
export const pendingUses = (
  pending: readonly Taking[],
  year: readonly Holding[],
  orderOn: (day: LocalDate) => Order,
): readonly Use[] => {
  const free = new Map<Holding, Parts>(year.map((holding) => [holding, holding.left + holding.lost]))
  return pending.flatMap((taking) => {
    const uses: Use[] = []
    let open = taking.n
    for (const holding of inTurn(year, taking.on, orderOn(taking.on))) {
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

const inTurn = (year: readonly Holding[], day: LocalDate, order: Order): readonly Holding[] => [
  ...inOrderOfUse(
    year.filter(({ lot, last }) => lot.from <= day && day <= last),
    order,
  ),
  ...year.filter(({ lot }) => lot.from > day),
]
