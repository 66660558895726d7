import { unreachable } from './unreachable.ts'

/** An exact amount of leave: `n` is a safe integer in 1/10,000 of the unit. Half a day is `{ unit: 'day', n: 5000 }`. */
export type Amount = { readonly unit: Unit; readonly n: number }
export type Unit = 'day' | 'minute'

export const PARTS_PER_UNIT = 10_000

export const days = (whole: number): Amount => ({ unit: 'day', n: exact(whole * PARTS_PER_UNIT) })
export const zero = (unit: Unit): Amount => ({ unit, n: 0 })
export const add = (a: Amount, b: Amount): Amount => ({ unit: same(a, b), n: exact(a.n + b.n) })
export const subtract = (a: Amount, b: Amount): Amount => ({ unit: same(a, b), n: exact(a.n - b.n) })
export const negate = (a: Amount): Amount => ({ unit: a.unit, n: a.n === 0 ? 0 : -a.n })
export const lessThan = (a: Amount, b: Amount): boolean => same(a, b) !== undefined && a.n < b.n
export const smaller = (a: Amount, b: Amount): Amount => (lessThan(b, a) ? b : a)
export const sum = (unit: Unit, amounts: readonly Amount[]): Amount => amounts.reduce(add, zero(unit))

/** `12.5 days`: the shortest exact decimal, never rounded. */
export const amountText = ({ unit, n }: Amount): string => {
  const whole = Math.trunc(Math.abs(n) / PARTS_PER_UNIT)
  const part = String(Math.abs(n) % PARTS_PER_UNIT)
    .padStart(4, '0')
    .replace(/0+$/, '')
  const figure = `${n < 0 ? '-' : ''}${whole}${part ? `.${part}` : ''}`
  switch (unit) {
    case 'day':
      return `${figure} ${figure === '1' ? 'day' : 'days'}`
    case 'minute':
      return `${figure} min`
    default:
      return unreachable(unit)
  }
}

const same = (a: Amount, b: Amount): Unit => {
  if (a.unit !== b.unit) throw new Error(`amounts of different units: ${a.unit} and ${b.unit}`)
  return a.unit
}

const exact = (n: number): number => {
  if (!Number.isSafeInteger(n)) throw new Error(`not an exact amount: ${n}`)
  return n
}
