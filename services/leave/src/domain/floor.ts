import { type Amount, type LocalDate, lessThan, subtract, yearOf, zero } from '@awayday/kernel'
import { allocate, type Claim, claimsOf, type Use } from './allocation.ts'
import { type Charge, total } from './charge.ts'
import { takesFromBalance } from './leave-types.ts'
import { lotsOf } from './lots.ts'
import type { State } from './state.ts'

/** `asked` and `available` are of the leave year of `on`, the first day that is not covered. */
export type NotEnoughLeft = {
  readonly type: 'NotEnoughLeft'
  readonly asked: Amount
  readonly available: Amount
  readonly on: LocalDate
}

/**
 * The floor is zero: a decision that takes days is refused if, on any later day and next year included, it would leave
 * accepted leave uncovered that is covered without it. What is uncovered already, by later facts, is no reason.
 */
export const notEnoughLeft = (
  state: State,
  { request, leaveType, charges }: { request: string; leaveType: string; charges: readonly Charge[] },
): NotEnoughLeft | undefined => {
  if (!takesFromBalance(leaveType)) return undefined
  const accepted = claimsOf(state, leaveType, 'approved')
  const wished = charges.map((charge): Claim => ({ ...charge, request, fact: -1 }))
  const all = [...accepted, ...wished]
  const lots = lotsOf(
    state,
    leaveType,
    all.map(({ day }) => day),
  )
  const [without, together] = [allocate(lots, accepted), allocate(lots, all)]
  const nothing = zero('day')
  for (const { lot, day, covered } of together) {
    const short = subtract(uncovered(together, lot.year), uncovered(without, lot.year))
    if (covered || !lessThan(nothing, short)) continue
    const asked = total(wished.filter((claim) => yearOf(claim.day) === lot.year))
    return { type: 'NotEnoughLeft', asked, available: subtract(asked, short), on: day }
  }
  return undefined
}

const uncovered = (uses: readonly Use[], year: number): Amount =>
  total(uses.filter(({ covered, lot }) => !covered && lot.year === year))
