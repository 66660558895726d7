import assert from 'node:assert/strict'
import type { EventStore } from '../event-store.port.ts'
import type { End, Head } from '../head.ts'
import type { NewRecord } from '../record.ts'
import type { StreamId } from '../stream.ts'
import { whole } from '../whole.ts'

export { whole }

export const headOf = async (store: EventStore, stream: StreamId): Promise<Head> => (await whole(store, stream)).head

/** Asserts that a stream holds these records and no others. Says where it differs: a diff of bodies would be too long. */
export const holds = async (
  store: EventStore,
  stream: StreamId,
  records: readonly { readonly body: string }[],
): Promise<void> => {
  const found = await bodiesOf(store, stream)
  const other = records.findIndex(({ body }, n) => body !== found[n])
  if (other >= 0) assert.fail(`${stream.name} does not hold version ${other + 1} as it was written`)
  assert.equal(found.length, records.length)
}

export const bodiesOf = async (store: EventStore, stream: StreamId): Promise<readonly string[]> =>
  (await whole(store, stream)).records.map(({ body }) => body)

/** What `heads` says of a stream that ends here. */
export const endOf = ({ version, digest }: Head): End => ({ version, digest })

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
