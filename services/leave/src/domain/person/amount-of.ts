import type { Amount } from '@awayday/kernel'
import type { Charge } from '../time/charged.ts'

/**
 * What a leave costs in all, by unit: policies of two units may meet within it. That of its last day comes last; none where it costs
 * nothing.
 */
export const amountsOf = (charges: readonly Charge[]): readonly Amount[] => {
  const units = [...new Set(charges.map(({ unit }) => unit).toReversed())].toReversed()
  return units.map((unit) => ({
    unit,
    n: charges.reduce((sum, charge) => sum + (charge.unit === unit ? charge.n : 0), 0),
  }))
}

/** The same in the unit of its last day alone. */
export const amountOf = (charges: readonly Charge[]): Amount => amountsOf(charges).at(-1) ?? { unit: 'day', n: 0 }
