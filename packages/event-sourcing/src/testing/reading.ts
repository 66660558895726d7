import type { EventStore } from '../event-store.port.ts'
import type { Head } from '../head.ts'
import type { NewRecord, StoredRecord } from '../record.ts'
import type { StreamId } from '../stream.ts'

/** Everything a stream holds, and where it ends. */
export const whole = async (
  store: EventStore,
  stream: StreamId,
): Promise<{ readonly records: readonly StoredRecord[]; readonly head: Head }> => {
  const found = await store.read(stream)
  if (!found.ok) throw new Error('a read from the start was answered with a stale head')
  return found.value
}

export const headOf = async (store: EventStore, stream: StreamId): Promise<Head> => (await whole(store, stream)).head

export const bodiesOf = async (store: EventStore, stream: StreamId): Promise<readonly string[]> =>
  (await whole(store, stream)).records.map(({ body }) => body)

/** Appends one after another, each of which must be accepted; answers the last head. */
export const written = async (store: EventStore, stream: StreamId, records: readonly NewRecord[]): Promise<Head> => {
  let head = await headOf(store, stream)
  for (const record of records) {
    const appended = await store.append(stream, head, record)
    if (!appended.ok) throw new Error(`refused although nobody else writes to ${stream.name}`)
    head = appended.value.head
  }
  return head
}

export const listed = async <T>(all: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const one of all) found.push(one)
  return found
}
