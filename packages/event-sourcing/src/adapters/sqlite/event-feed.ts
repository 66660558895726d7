import type { DatabaseSync } from 'node:sqlite'
import type { TenantId } from '@awayday/kernel'
import { nextAppend } from '../../appends.ts'
import type { Appended, EventFeed } from '../../event-feed.port.ts'
import { isStoreUnavailable } from '../../store-unavailable.ts'
import type { StreamName } from '../../stream.ts'
import { undelivered } from '../../undelivered.ts'
import { answered } from './database.ts'
import { recordOf } from './event-store.ts'
import { createEventTable } from './tables.ts'

/** How soon an append of another process is found. */
const POLL_MS = 100
const BATCH = 100

/**
 * By position: SQLite commits one write at a time, so a lower position never appears after a higher one. Starts at the
 * present end; what came before is found by the runner's sweep.
 */
export const sqliteEventFeed = (db: DatabaseSync): EventFeed => ({
  deliver(to) {
    createEventTable(db)
    const since = db.prepare(
      'SELECT position, tenant, stream, version, body FROM events WHERE position > ? ORDER BY position LIMIT ?',
    )
    const end = answered('feed', () => db.prepare('SELECT coalesce(max(position), 0) AS end FROM events').get())
    const stop = new AbortController()
    let cursor = Number(end?.['end'])
    let again: readonly Appended[] = []

    const fresh = (room: number): readonly Appended[] => {
      const rows = room > 0 ? answered('feed', () => since.all(cursor, room)) : []
      cursor = Number(rows.at(-1)?.['position'] ?? cursor)
      return rows.map((row) => ({
        stream: { tenant: row['tenant'] as TenantId, name: row['stream'] as StreamName },
        record: recordOf(row),
      }))
    }

    const run = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const batch = [...again, ...unlessUnavailable(() => fresh(BATCH - again.length))]
        again = batch.length > 0 ? await undelivered(to, batch) : []
        if (batch.length === 0 || again.length > 0) await nextAppend(db, POLL_MS, stop.signal)
        else await new Promise(setImmediate) // SQLite answers at once, so nobody else would run until all is delivered
      }
    }
    const running = run()
    return {
      async [Symbol.asyncDispose]() {
        stop.abort()
        await running
      },
    }
  },
})

/** A store in trouble now is asked again at the next poll; the cursor has not moved. */
const unlessUnavailable = (read: () => readonly Appended[]): readonly Appended[] => {
  try {
    return read()
  } catch (cause) {
    if (isStoreUnavailable(cause)) return []
    throw cause
  }
}
