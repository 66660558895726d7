import type { PersonId } from '@awayday/kernel'
import type { Place } from '../person.ts'
import type { Change } from './change.ts'

/** Somebody joins, there. */
export type Joining = { readonly change: Change; readonly place: Place }

/**
 * In which order people join: nobody before their approver. Who approves for each other joins without, and is told who it is
 * afterwards: a move on the day of joining takes its place.
 */
export const wavesOf = (changes: readonly Change[]): readonly (readonly Joining[])[] => {
  const waves: Joining[][] = []
  let waiting = changes.flatMap((change): readonly Joining[] => (change.joins ? [{ change, place: change.joins }] : []))
  while (waiting.length > 0) {
    const absent = new Set<PersonId | null>(waiting.map(({ change }) => change.person))
    const ready = waiting.filter(({ place }) => !absent.has(place.approver))
    const wave =
      ready.length > 0 ? ready : waiting.map(({ change, place }) => ({ change, place: { ...place, approver: null } }))
    waves.push(wave)
    const joined = new Set(wave.map(({ change }) => change))
    waiting = waiting.filter(({ change }) => !joined.has(change))
  }
  return waves
}
