import type { Result, TenantId } from '@awayday/kernel'
import type { End, Head, StaleHead } from './head.ts'
import type { NewRecord, StoredRecord } from './record.ts'
import type { StreamId, StreamName } from './stream.ts'

/** Somebody else's record is in the way: read again and decide again. */
export type Conflict = { readonly type: 'Conflict' }

/** Every method throws `StoreUnavailable` when the store does not answer in time; an append's outcome is then unknown. */
export interface EventStore {
  /**
   * All records after `after` (default: the start), oldest first, every resolved append included. Throws `Gap`.
   * Starts at `after.version` and compares its digest; missing or different: `StaleHead`, read from the start.
   * An unknown stream has no records and a head of version 0.
   */
  read(
    stream: StreamId,
    after?: Head,
  ): Promise<Result<{ readonly records: readonly StoredRecord[]; readonly head: Head }, StaleHead>>

  /**
   * All or nothing, if the stream still ends at `head`. If the record in the way is this very command's, that record is
   * the answer: a lost answer looks like a conflict with ourselves. A head owned by another store is a `Conflict`.
   */
  append(
    stream: StreamId,
    head: Head,
    record: NewRecord,
  ): Promise<Result<{ readonly record: StoredRecord; readonly head: Head }, Conflict>>

  /**
   * Every stream of a tenant with its end, by name (byte order), in pages; starts after the stream `after`. Includes
   * every append resolved before the call. Costs about two small reads a stream.
   */
  heads(tenant: TenantId, after?: StreamName): AsyncIterable<{ readonly stream: StreamId; readonly head: End }>
}
