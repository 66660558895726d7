import type { Sealed } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'

/**
 * A record that can be purged: a card (names and mail of a person), a note (a reason), a session. It is not part of any
 * stream; events refer to it by id. `data` is JSON.
 */
export type PlainRecord = {
  /** `card`, `note`, `session`: one word of `a-z`. */
  readonly kind: string
  /** 1 to 100 of `A-Z a-z 0-9 - . _ :`. */
  readonly id: string
  /** Grows by one with every write, a purge included. */
  readonly rev: number
  /** Absent after a purge: the tombstone stays, so that a late copy cannot bring the record back. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Handed over by a move: `to` decides what follows, here it stays as it is. In `to`, the mark stays with every later write. */
  readonly moved?: Sealed
}

export interface PlainRecords {
  /** Strongly consistent. Nothing there, and purged: undefined and a tombstone without data are told apart. */
  load(tenant: TenantId, kind: string, id: string): Promise<PlainRecord | undefined>
  /** Writes `data` (or a tombstone, without) if the record's `rev` is still `seen` (0: if there is none); false otherwise. */
  save(tenant: TenantId, record: Omit<PlainRecord, 'rev'>, seen: number): Promise<boolean>
  /** Writes a record of another store as it is, if there is none here or one of a lower `rev`; false otherwise. */
  copy(tenant: TenantId, record: PlainRecord): Promise<boolean>
  /** All of a kind by id (byte order), tombstones included, in pages; starts after the id `after`. */
  list(tenant: TenantId, kind: string, after?: string): AsyncIterable<PlainRecord>
}
