import { type Amount, type LocalDate, lessThan, smaller, subtract, yearOf, zero } from '@awayday/kernel'
import { type Charge, total } from './charge.ts'
import type { RequestId } from './events.ts'
import type { Lot } from './lots.ts'
import type { State } from './state.ts'

/** A charged day that asks for something of a lot. `fact`: the event that made it count. */
export type Claim = Charge & { readonly request: RequestId; readonly fact: number }

/** What a charged day takes of a lot. Not covered: the lot of its leave year is overdrawn by it. */
export type Use = Claim & { readonly lot: Lot; readonly covered: boolean }

/** The charged days of all requests of a leave type that stand so. */
export const claimsOf = (state: State, leaveType: string, status: 'pending' | 'approved'): readonly Claim[] =>
  state.requests
    .filter((asked) => asked.leaveType === leaveType && asked.status === status)
    .flatMap(({ charges, request, fact }) => charges.map((charge) => ({ ...charge, request, fact })))

/**
 * Which day takes from which lot: by leave day, then by request, from the lot whose last usable day comes first. So it
 * does not matter in which order the requests were accepted. `earlier` have taken their part before.
 */
export const allocate = (
  lots: readonly Lot[],
  claims: readonly Claim[],
  earlier: readonly Use[] = [],
): readonly Use[] => {
  const left = new Map(lots.map((lot) => [lot, subtract(lot.granted, used(earlier, lot))]))
  const take = (claim: Claim): readonly Use[] => {
    const uses: Use[] = []
    let open = claim.amount
    for (const lot of lots.filter(({ from, until }) => from <= claim.day && claim.day <= until).sort(byLastDay)) {
      const there = left.get(lot) ?? NOTHING
      const amount = smaller(open, there)
      if (!lessThan(NOTHING, amount)) continue
      uses.push({ ...claim, amount, lot, covered: true })
      left.set(lot, subtract(there, amount))
      open = subtract(open, amount)
    }
    const own = lots.find(({ year }) => year === yearOf(claim.day))
    if (own && lessThan(NOTHING, open)) uses.push({ ...claim, amount: open, lot: own, covered: false })
    return uses
  }
  return claims.toSorted(inOrder).flatMap(take)
}

/** What these uses take of a lot in all. */
export const used = (uses: readonly Use[], lot: Lot): Amount => total(uses.filter((use) => use.lot === lot))

const NOTHING = zero('day')
const byLastDay = (a: Lot, b: Lot): number => (a.until < b.until ? -1 : 1)
const inOrder = (a: Claim, b: Claim): number => compare(a.day, b.day) || compare(a.request, b.request)
const compare = (a: LocalDate | RequestId, b: LocalDate | RequestId): number => (a < b ? -1 : a > b ? 1 : 0)
