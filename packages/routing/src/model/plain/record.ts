import { nameOf, type Store } from '../chain.ts'
import { type Route, standing } from '../route.ts'

/**
 * What a store holds of one plain record. `data` is a letter for each write that is in it, a purge included, as each
 * writes what it has read and its own: so a write that is lost is seen.
 */
export type Plain = { readonly rev: number; readonly data: string; readonly mark?: Mark }
export type Mark = { readonly epoch: number; readonly to: Store }
export type Held = Plain | undefined

export const readable = (held: Held): string =>
  held ? `${held.rev}${held.data}${held.mark ? `<${held.mark.epoch}${nameOf(held.mark.to)}>` : ''}` : 'nothing'

/** The record as all would agree if they stood still: home's, and on from mark to mark as far as it has been taken. */
export const authority = (
  stores: readonly Held[],
  rows: readonly Route[],
): { readonly held: Held; readonly owner: Store } => {
  let store = standing(rows).home
  for (;;) {
    const held = stores[store]
    const owner = held?.mark?.to ?? store
    const next = stores[owner]
    if (!held || owner === store || !next || next.rev < held.rev) return { held, owner }
    store = owner
  }
}
