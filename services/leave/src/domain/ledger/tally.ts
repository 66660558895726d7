import { unreachable } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Figures } from './figures.ts'
import { type Journal, type NoteKind, unheard } from './journal.ts'

/** Adds up a year. What happens on its first day before and in its carry-over belongs to the year before. */
export type Tally = { carried: Parts; granted: Parts; taken: Parts; expired: Parts; paidOut: Parts }

export const tally = (): Tally => ({ carried: 0, granted: 0, taken: 0, expired: 0, paidOut: 0 })

export const tallying = (sums: Tally): Journal => ({
  ...unheard,
  note: (kind, _on, n) => {
    // names that are spelt out are read faster than one that is looked up
    switch (figureOf(kind)) {
      case 'granted':
        sums.granted += n
        break
      case 'taken':
        sums.taken -= n
        break
      case 'expired':
        sums.expired -= n
        break
      case 'paidOut':
        sums.paidOut -= n
        break
      case null:
    }
  },
  turn: (_on, balance) => {
    sums.carried = balance
    sums.granted = sums.taken = sums.expired = sums.paidOut = 0
  },
})

/** Which figure a plus or minus goes into; null: none, as it belongs to a carry-over or changes nothing. */
export const figureOf = (
  kind: NoteKind,
): keyof Omit<Figures, 'carried' | 'booked' | 'pending' | 'balance' | 'available'> | null => {
  switch (kind) {
    case 'grant':
    case 'credit':
      return 'granted'
    case 'charge':
    case 'overdraft':
      return 'taken'
    case 'expiry':
    case 'cut':
      return 'expired'
    case 'payOut':
      return 'paidOut'
    case 'carriedIn':
    case 'carriedOut':
    case 'debtDropped':
    case 'withheld':
      return null
    default:
      return unreachable(kind)
  }
}
