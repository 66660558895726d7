import type { Instant, PersonId, TenantId } from '@awayday/kernel'
import type { NoteId } from '#domain/person/ids.ts'

/** Words about a request of `person`: a reason, an answer. No event, view or log holds them, so that they can be forgotten. */
export type Note = { readonly person: PersonId; readonly text: string }

/** A note that no event is known to name. `rev` changes with every write. */
export type LooseNote = { readonly id: NoteId; readonly person: PersonId; readonly rev: number }

export interface Notes {
  /**
   * Written before the event that names it. The id follows from the command: tried again, the first words stand, and the
   * note counts as loose from `at` again.
   */
  write(tenant: TenantId, id: NoteId, note: Note, at: Instant): Promise<void>
  /** Strongly consistent. Ids without words, never written or forgotten, are left out. */
  read(tenant: TenantId, ids: readonly NoteId[]): Promise<ReadonlyMap<NoteId, string>>
  /** Loose notes last written before `before`, in no promised order. */
  loose(tenant: TenantId, before: Instant): AsyncIterable<LooseNote>
  /** An event names it: no longer loose. False: it was written meanwhile, and stays as it is. */
  keep(tenant: TenantId, note: LooseNote): Promise<boolean>
  /** Forgets the words. False: it was written meanwhile, and stays as it is. */
  forget(tenant: TenantId, note: LooseNote): Promise<boolean>
}
