// biome-ignore-all lint/plugin/no-floats: what is divided here leaves nothing over, or is a whole number of any size
/**
 * An exact fraction, the denominator above zero. Whole numbers as long as they are safe, as nearly all are, else
 * bigints: the same figures either way, one fast and one without bounds.
 */
export type Fraction = Small | Big
type Small = { readonly n: number; readonly d: number }
type Big = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0, d: 1 }
export const ONE: Fraction = { n: 1, d: 1 }

export const fraction = (n: number, d: number): Fraction => ({ n, d })

export const plus = (a: Fraction, b: Fraction): Fraction => {
  if (a === ZERO) return b
  if (isSmall(a) && isSmall(b)) {
    if (a.d === b.d && safe(a.n + b.n)) return { n: a.n + b.n, d: a.d }
    const factor = b.d / greatestCommon(a.d, b.d)
    const [left, right, d] = [a.n * factor, b.n * ((a.d * factor) / b.d), a.d * factor]
    if (safe(left) && safe(right) && safe(left + right) && safe(d)) return { n: left + right, d }
  }
  const [x, y] = [big(a), big(b)]
  return reduced(x.n * y.d + y.n * x.d, x.d * y.d)
}

export const times = (a: Fraction, b: Fraction): Fraction => {
  if (b === ONE) return a
  if (a === ONE) return b
  if (isSmall(a) && isSmall(b)) {
    const [n, d] = [a.n * b.n, a.d * b.d]
    if (safe(n) && safe(d)) return { n, d }
  }
  const [x, y] = [big(a), big(b)]
  return reduced(x.n * y.n, x.d * y.d)
}

/** The whole part of `f / step`, rounded down, and whether the rest is nothing, less than a half, or a half and more. For fractions of zero and more. */
export const steps = (
  f: Fraction,
  step: number,
): { readonly whole: number; readonly rest: 'none' | 'less' | 'half' } => {
  if (isSmall(f) && safe(f.d * step) && safe(2 * f.n)) {
    const d = f.d * step
    const rest = f.n % d
    return { whole: (f.n - rest) / d, rest: rest === 0 ? 'none' : 2 * rest < d ? 'less' : 'half' }
  }
  const { n, d: parts } = big(f)
  const d = parts * BigInt(step)
  const rest = n % d
  return { whole: Number(n / d), rest: rest === 0n ? 'none' : 2n * rest < d ? 'less' : 'half' }
}

const isSmall = (f: Fraction): f is Small => typeof f.n === 'number'
const safe = Number.isSafeInteger
const big = ({ n, d }: Fraction): Big => ({ n: BigInt(n), d: BigInt(d) })

/** In lowest terms; whole numbers again where they are safe. */
const reduced = (n: bigint, d: bigint): Fraction => {
  let [x, y] = [n < 0n ? -n : n, d]
  while (y !== 0n) [x, y] = [y, x % y]
  const [top, bottom] = [n / x, d / x]
  const [small, smallD] = [Number(top), Number(bottom)]
  return safe(small) && safe(smallD) ? { n: small, d: smallD } : { n: top, d: bottom }
}

const greatestCommon = (a: number, b: number): number => {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
