import type { StoredRecord } from './record.ts'
import type { StreamId } from './stream.ts'

export type Appended = { readonly stream: StreamId; readonly record: StoredRecord }
/** Not taken care of: the feed delivers it again. */
export type Failed = { readonly stream: StreamId; readonly version: number }

/** Appends that happened, at least once, in no promised order, perhaps none for a while. */
export interface EventFeed {
  /**
   * Delivers from now on, in batches of 1 to 100 records, one batch at a time, until disposed; what `to` calls failed,
   * or all of a batch whose `to` throws, comes again. Disposing waits for the batch under way.
   */
  deliver(to: (batch: readonly Appended[]) => Promise<readonly Failed[]>): AsyncDisposable
}
