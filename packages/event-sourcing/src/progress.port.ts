import type { Instant, TenantId } from '@awayday/kernel'
import type { StreamId, StreamName } from './stream.ts'

/** How far each consumer has got in one stream: one item a stream, a field per consumer. */
export type StreamProgress = {
  readonly stream: StreamId
  /** Changes with every write; a write names the one it read. */
  readonly rev: number
  /** The version done, per consumer's name. Absent: 0. */
  readonly done: Readonly<Record<string, number>>
  /** The platform failed here: the sweep drives this stream again at `at`; `tries` sets the backoff. */
  readonly due?: { readonly at: Instant; readonly tries: number }
  /** A defect stopped these consumers at a version: visible, re-drivable, skipped by sweeps. `reason` holds no personal text. */
  readonly parked?: Readonly<
    Record<string, { readonly version: number; readonly reason: string; readonly at: Instant }>
  >
}

export interface Progress {
  /** Strongly consistent. Never written: `rev` 0 and nothing done. */
  load(stream: StreamId): Promise<StreamProgress>
  /** Replaces the item if its `rev` is still `seen.rev` (0: if there is none); false: somebody else wrote, load again. */
  save(seen: StreamProgress, next: Omit<StreamProgress, 'rev' | 'stream'>): Promise<boolean>
  /** All items of a tenant by stream name, in pages, starting after `after`. */
  all(tenant: TenantId, after?: StreamName): AsyncIterable<StreamProgress>
}
