import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Entry } from './figures.ts'
import type { Cause, Debt, Holding } from './holding.ts'

/** Is told what happens while somebody walks along the timeline. */
export type Journal = {
  /** `n` is signed and changes the balance, but of `withheld`: how much was. */
  readonly note: (kind: NoteKind, on: LocalDate, n: Parts, holding: Holding | null, cause: Cause) => void
  /** A lot pays a debt; the balance stays the same. */
  readonly settle: (on: LocalDate, n: Parts, holding: Holding, debt: Debt) => void
  /** A carry-over is over; what is there now is carried into the year. */
  readonly turn: (on: LocalDate, balance: Parts) => void
}

export type NoteKind = Exclude<Entry['kind'], 'booked' | 'pending'>

/** For who only wants to know where a walk ends. */
export const unheard: Journal = { note: () => {}, settle: () => {}, turn: () => {} }

export const both = (one: Journal, other: Journal): Journal => ({
  note: (kind, on, n, holding, cause) => {
    one.note(kind, on, n, holding, cause)
    other.note(kind, on, n, holding, cause)
  },
  settle: (on, n, holding, debt) => {
    one.settle(on, n, holding, debt)
    other.settle(on, n, holding, debt)
  },
  turn: (on, balance) => {
    one.turn(on, balance)
    other.turn(on, balance)
  },
})
