import type { Instant, PersonId, TenantId } from '@awayday/kernel'

/** The personal text about somebody. It is in no event, no view and no log, so that it can be purged. */
export type Card = { readonly name: string; readonly mail: string }

/** A card is written before the event that makes its person; `writtenAt` tells how long it has been waiting for one. */
export type WrittenCard = Card & { readonly writtenAt: Instant }

export interface Cards {
  /** Strongly consistent. `rev` 0: never written; without a card at a later `rev`: purged. */
  load(tenant: TenantId, person: PersonId): Promise<{ readonly rev: number; readonly card?: WrittenCard }>
  /** Writes the card if its `rev` is still `seen`; false: somebody else wrote, load again. */
  save(tenant: TenantId, person: PersonId, card: WrittenCard, seen: number): Promise<boolean>
  /** Forgets the card for good if its `rev` is still `seen`; false: somebody else wrote, load again. */
  purge(tenant: TenantId, person: PersonId, seen: number): Promise<boolean>
  /** Every card that is there, in no promised order; purged ones are left out. */
  all(tenant: TenantId): AsyncIterable<{ readonly person: PersonId; readonly rev: number; readonly card: WrittenCard }>
}
