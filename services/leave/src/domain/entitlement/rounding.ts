import { unreachable } from '@awayday/kernel'
import type { Parts, Rounding } from '../policy/plan.ts'
import { type Fraction, steps } from './fraction.ts'

const SMALLEST = 1

/** An exact amount of zero or more, rounded to a multiple of the step. */
export const rounded = (exact: Fraction, { mode, step }: Pick<Rounding, 'mode' | 'step'>): Parts => {
  const { whole, rest } = steps(exact, step)
  switch (mode) {
    case 'up':
      return (rest === 'none' ? whole : whole + 1) * step
    case 'down':
      return whole * step
    case 'nearest':
      return (rest === 'half' ? whole + 1 : whole) * step
    case 'upFromHalf':
      return rest === 'half' ? (whole + 1) * step : rounded(exact, { mode: 'nearest', step: SMALLEST })
    default:
      return unreachable(mode)
  }
}
