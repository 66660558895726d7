import type { Parts, Rounding } from '../policy/plan.ts'
import { type Fraction, plus, ZERO } from './fraction.ts'
import { rounded } from './rounding.ts'

/** `perWorked`: what is worked says how much it is, so that no amount of a year ends it. */
type Exact = { readonly exact: Fraction; readonly rounding: Rounding; readonly perWorked: boolean }

/** The payments of one leave year, in order, rounded: cumulatively, or each until the year's rounded sum is reached. */
export const roundedPayments = (payments: readonly Exact[]): readonly Parts[] => {
  const each = payments.some(({ rounding }) => rounding.of === 'each')
  const year = each ? payments.reduce((sum, { exact }) => plus(sum, exact), ZERO) : ZERO
  let [sum, paid] = [ZERO, 0]
  const one = (exact: Fraction, rounding: Rounding, perWorked: boolean): Parts =>
    perWorked ? rounded(exact, rounding) : Math.min(rounded(year, rounding) - paid, rounded(exact, rounding))
  return payments.map(({ exact, rounding, perWorked }) => {
    sum = plus(sum, exact)
    const n = Math.max(0, rounding.of === 'each' ? one(exact, rounding, perWorked) : rounded(sum, rounding) - paid)
    paid += n
    return n
  })
}
