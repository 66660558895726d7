import { unreachable } from '@awayday/kernel'
import type { Revocable, Revoking } from './events.ts'
import type { NoteId } from './ids.ts'
import type { Revoked, State } from './state.ts'

export const isRevoked = ({ revoked }: State, { kind, id }: Revocable): boolean =>
  revoked.some((one) => one.kind === kind && one.id === id)

/** What the stream says without it, but that it was there. `fact`: the number of the event. */
export const afterRevoking = (state: State, revoking: Revoking, fact: number): State => {
  const { kind, id, overridden, note, by, on } = revoking
  const revoked: Revoked = { kind, id, overridden, note, by, on, given: noteOf(state, revoking), fact }
  return { ...(withoutEntry(state, revoking) ?? state), revoked: [...state.revoked, revoked] }
}

/** Undefined: there is no such entry. */
export const withoutEntry = (state: State, { kind, id }: Revocable): State | undefined => {
  switch (kind) {
    case 'credit': {
      const credits = state.credits.filter(({ credit }) => credit !== id)
      return credits.length < state.credits.length ? { ...state, credits } : undefined
    }
    case 'payOut': {
      const payOuts = state.payOuts.filter(({ payOut }) => payOut !== id)
      return payOuts.length < state.payOuts.length ? { ...state, payOuts } : undefined
    }
    case 'work': {
      const worked = state.worked.filter(({ record }) => record !== id)
      return worked.length < state.worked.length ? { ...state, worked } : undefined
    }
    default:
      return unreachable(kind)
  }
}

/** What was said for it; of work nothing is. */
const noteOf = ({ credits, payOuts }: State, { kind, id }: Revocable): NoteId | null => {
  const entry =
    kind === 'credit'
      ? credits.find(({ credit }) => credit === id)
      : kind === 'payOut'
        ? payOuts.find(({ payOut }) => payOut === id)
        : undefined
  return entry?.note ?? null
}
