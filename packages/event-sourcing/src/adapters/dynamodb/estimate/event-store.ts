import { spend } from '@awayday/meter'
import { itemBytes, pagedReadUnits, writeUnits } from '@awayday/meter/dynamodb'
import type { EventStore } from '../../../event-store.port.ts'
import type { Head } from '../../../head.ts'
import type { StoredRecord } from '../../../record.ts'
import type { StreamId } from '../../../stream.ts'
import { recordItem } from '../items.ts'

/** A record whose size nobody told us; a request's was measured at 934 bytes. */
const TYPICAL_BYTES = 1_000

/**
 * Any event store, spending what the DynamoDB adapter would. What a caller is not told is taken to be small: the record in
 * the way of a refused append, those behind a stale head, and the two that `heads` reads of each stream.
 */
export const estimatedEventStore = (store: EventStore): EventStore => {
  /** The record at a head is read again when reading on from it. */
  const sizes = new WeakMap<Head, number>()

  return {
    async read(stream, after) {
      const found = await store.read(stream, after)
      const known = after && after.version > 0 ? [sizes.get(after) ?? TYPICAL_BYTES] : []
      const bytes = found.ok ? found.value.records.map((record) => bytesOf(stream, record)) : []
      spend('events.read', { reads: pagedReadUnits([...known, ...bytes]) })
      const last = bytes.at(-1) ?? known.at(-1)
      if (found.ok && last !== undefined) sizes.set(found.value.head, last)
      return found
    },

    async append(stream, head, record) {
      const appended = await store.append(stream, head, record)
      const bytes = bytesOf(
        stream,
        appended.ok ? appended.value.record : { version: head.version + 1, body: record.body },
      )
      spend('events.append', { writes: writeUnits(bytes) })
      if (appended.ok) sizes.set(appended.value.head, bytes)
      return appended
    },

    async *heads(tenant, after) {
      spend('events.heads', { reads: 1 })
      for await (const head of store.heads(tenant, after)) {
        spend('events.heads', { reads: 2 })
        yield head
      }
    },
  }
}

const bytesOf = (stream: StreamId, record: StoredRecord): number => itemBytes(recordItem(stream, record))
