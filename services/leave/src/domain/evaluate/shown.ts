// biome-ignore-all lint/plugin/no-floats: whole numbers of any size
import type { Unit } from '@awayday/kernel'

/** What a policy is written in; the engine counts hours in minutes. */
export type WrittenUnit = Unit | 'hour'

/** How many of the engine's 1/10,000 make 1/10,000 of the written unit. */
export const perWritten = (unit: WrittenUnit): number => (unit === 'hour' ? 60 : 1)

/** What the engine counts in. */
export const engineUnit = (unit: WrittenUnit): Unit => (unit === 'hour' ? 'minute' : unit)

/** An amount in the unit it is written in, exactly: a decimal where it ends, else a fraction. */
export const shown = (n: number, unit: WrittenUnit): string => exactText(BigInt(n), 10_000n * BigInt(perWritten(unit)))

/** A fraction as a decimal where it ends ("2.5"), else as it is ("-1/3"). */
export const exactText = (over: bigint, under: bigint): string => {
  const common = divisor(over < 0n ? -over : over, under)
  const [top, bottom] = [over / common, under / common]
  const places = decimalPlaces(bottom)
  if (places === undefined) return `${top}/${bottom}`
  const digits = ((top < 0n ? -top : top) * 10n ** BigInt(places)) / bottom
  const text = `${digits}`.padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  return `${top < 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`
}

/** How many decimals a fraction with this denominator, in lowest terms, has; undefined: it never ends. */
const decimalPlaces = (bottom: bigint): number | undefined => {
  let [left, twos, fives] = [bottom, 0, 0]
  for (; left % 2n === 0n; left /= 2n) twos++
  for (; left % 5n === 0n; left /= 5n) fives++
  return left === 1n ? Math.max(twos, fives) : undefined
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))
