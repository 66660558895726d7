import { setTimeout as after } from 'node:timers/promises'
import type { Appended, Failed, StoreName } from '@awayday/event-sourcing'
import type { HostFunction } from '../functions/host-function.ts'
import type { Invoke } from '../functions/invoke.ts'
import { failedOf, streamEvent } from './stream-event.ts'

type Deliver = (batch: readonly Appended[]) => Promise<readonly Failed[]>

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 60_000

/**
 * Hands batches of a feed to a stream function. After a failure the whole feed waits, longer with every further one, as a
 * shard does: its records are never passed over. The wait is real time, not the host's clock: trouble does not travel.
 */
export const relay = (
  fn: HostFunction,
  table: string,
  store: StoreName,
  invoke: Invoke,
  ended: AbortSignal,
): Deliver => {
  let failures = 0
  return async (batch) => {
    const failed = await invoke(fn, streamEvent(fn.service, table, store, batch), `${batch.length} records`).then(
      (answer) => failedOf(answer, batch),
      () => batch.map(({ stream, record }) => ({ stream, version: record.version })),
    )
    if (failed.length === 0) {
      failures = 0
      return []
    }
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
    failures += 1
    await after(pause, undefined, { signal: ended, ref: false }).catch(() => {}) // the host is closing
    return failed
  }
}
