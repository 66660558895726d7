import type { Rounding } from '#domain/policy/plan.ts'

/** An exact fraction; the denominator is above zero, and nothing is ever cancelled but common powers at hand. */
export type Ratio = { readonly over: bigint; readonly under: bigint }

export const ratio = (over: number, under = 1): Ratio => ({ over: BigInt(over), under: BigInt(under) })
export const zero: Ratio = ratio(0)
export const plusR = (a: Ratio, b: Ratio): Ratio =>
  a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : lowest({ over: a.over * b.under + b.over * a.under, under: a.under * b.under })
export const timesR = (a: Ratio, b: Ratio): Ratio => lowest({ over: a.over * b.over, under: a.under * b.under })

const lowest = ({ over, under }: Ratio): Ratio => {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b > 0n) [a, b] = [b, a % b]
  return a <= 1n ? { over, under } : { over: over / a, under: under / a }
}

/** To a multiple of the step; below zero as above it, so that a correction downwards mirrors one upwards. */
export const rounded = ({ over, under }: Ratio, { mode, step }: Rounding): number => {
  const sign = over < 0n ? -1 : 1
  const [size, unit] = [over < 0n ? -over : over, under * BigInt(step)]
  const [whole, rest] = [size / unit, size % unit]
  const half = rest * 2n >= unit
  if (mode === 'upFromHalf' && !half && step > 1)
    return rounded({ over, under }, { mode: 'nearest', step: 1, of: 'each' })
  const up = mode === 'up' ? rest > 0n : mode !== 'down' && half
  const steps = Number(whole) + (up ? 1 : 0)
  return steps === 0 ? 0 : sign * steps * step
}
