import { amountText, type Unit, unreachable, yearOf } from '@awayday/kernel'
import type { Entry } from '#domain/ledger/figures.ts'

/** One sentence that says what happened. */
export const entryText = ({ kind, on, n, lot, last, withheld }: Entry, unit: Unit): string => {
  const amount = amountText({ unit, n: Math.abs(n) })
  const until = lot?.until ? `, usable until ${lot.until}` : ''
  const days = last === null || last === on ? `on ${on}` : `from ${on} to ${last}`
  switch (kind) {
    case 'grant':
      return `${amount} granted for ${yearOf(on)}${until}`
    case 'credit':
      return n < 0 ? `${amount} taken off by hand` : `${amount} credited${until}`
    case 'carriedIn':
      return n < 0 ? `a debt of ${amount} carried over` : `${amount} carried over${until}`
    case 'carriedOut':
      return n > 0
        ? `a debt of ${amount} passed on to the next leave year`
        : `${amount} passed on to the next leave year`
    case 'charge':
    case 'booked':
      return `${amount} of leave ${days}`
    case 'pending':
      return `${amount} asked for ${days}`
    case 'overdraft':
      return `${amount} of leave ${days} beyond what was there`
    case 'expiry':
      return lot?.until ? `${amount} not used by ${lot.until}` : `${amount} expired`
    case 'cut':
      return `${amount} above the new limit taken off`
    case 'withheld':
      return `${amountText({ unit, n: withheld })} not granted: the limit is reached`
    case 'payOut':
      return `${amount} paid out`
    case 'debtDropped':
      return `${amount} taken beyond what was granted; the debt ends with its leave year`
    default:
      return unreachable(kind)
  }
}
