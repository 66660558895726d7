import type { Parts, Rounding } from '../policy/plan.ts'
import { type Fraction, plus, ZERO } from './fraction.ts'
import { rounded } from './rounding.ts'

type Exact = { readonly exact: Fraction; readonly rounding: Rounding }

/** The payments of one leave year, in order, rounded: cumulatively, or each until the year's rounded sum is reached. */
export const roundedPayments = (payments: readonly Exact[]): readonly Parts[] => {
  const each = payments.some(({ rounding }) => rounding.of === 'each')
  const year = each ? payments.reduce((sum, { exact }) => plus(sum, exact), ZERO) : ZERO
  let [sum, paid] = [ZERO, 0]
  return payments.map(({ exact, rounding }) => {
    sum = plus(sum, exact)
    const most = rounded(rounding.of === 'each' ? year : sum, rounding) - paid
    const n = Math.max(0, rounding.of === 'each' ? Math.min(most, rounded(exact, rounding)) : most)
    paid += n
    return n
  })
}
