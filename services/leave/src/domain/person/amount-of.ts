import type { Amount } from '@awayday/kernel'
import type { Charge } from '../time/charged.ts'

/** What a leave costs in all. Where policies of two units met within it, in the unit of its last day. */
export const amountOf = (charges: readonly Charge[]): Amount => {
  const unit = charges.at(-1)?.unit ?? 'day'
  return { unit, n: charges.reduce((sum, charge) => sum + (charge.unit === unit ? charge.n : 0), 0) }
}
