import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Cause, Holding } from './holding.ts'
import { type Journal, unheard } from './journal.ts'
import type { Position } from './position.ts'

/** A day of leave that uses a lot, or none, after the day that figures are of. */
export type Use = {
  readonly on: LocalDate
  readonly n: Parts
  readonly holding: Holding | null
  readonly cause: Cause
}

/** Writes down what the days after `asOf` use of the lots that count, when it is used or when a lot pays for it later. */
export const booking = (asOf: LocalDate, counts: (holding: Holding) => boolean, uses: Use[]): Journal => ({
  ...unheard,
  note: (kind, on, n, holding, cause) => {
    if (kind === 'charge' && holding && counts(holding)) uses.push({ on, n: -n, holding, cause })
  },
  settle: (_on, n, holding, { of, on, cause }) => {
    if (of === 'charge' && on > asOf && counts(holding)) uses.push({ on, n, holding, cause })
  },
})

/** The days after `asOf` that no lot has covered at the end of the year. */
export const uncovered = ({ debts }: Position, asOf: LocalDate): readonly Use[] =>
  debts
    .filter(({ of, on }) => of === 'charge' && on > asOf)
    .map(({ on, n, cause }) => ({ on, n, holding: null, cause }))
