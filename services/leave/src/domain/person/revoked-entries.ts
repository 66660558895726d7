import { unreachable } from '@awayday/kernel'
import type { Revocable, Revoking } from './events.ts'
import type { NoteId } from './ids.ts'
import type { Revoked, State } from './state.ts'

export const isRevoked = ({ revoked }: State, { kind, id }: Revocable): boolean =>
  revoked.some((one) => one.kind === kind && one.id === id)

/** What the stream says without it, but that it was there. */
export const afterRevoking = (state: State, { kind, id, note }: Revoking): State => {
  const said = notesOf(state, { kind, id })
  const revoked: Revoked = { kind, id, notes: note === null ? said : [...said, note] }
  return { ...(withoutEntry(state, { kind, id }) ?? state), revoked: [...state.revoked, revoked] }
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
const notesOf = ({ credits, payOuts }: State, { kind, id }: Revocable): readonly NoteId[] =>
  [
    ...credits.filter(({ credit }) => kind === 'credit' && credit === id),
    ...payOuts.filter(({ payOut }) => kind === 'payOut' && payOut === id),
  ].flatMap(({ note }) => (note === null ? [] : [note]))
