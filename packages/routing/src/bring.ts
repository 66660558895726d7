import {
  type EventStore,
  endAt,
  Gap,
  type Head,
  headAfter,
  headAt,
  readBody,
  type StoredRecord,
  type StoreName,
  type StreamId,
  whole,
} from '@awayday/event-sourcing'
import { inStore, type Known } from './known.ts'

/** Two stores hold different bytes of one record. Nothing goes on by itself from here: somebody has to look. */
export class Diverged extends Error {
  override readonly name = 'Diverged'
  constructor({ tenant, name }: StreamId, version: number, stores: readonly [StoreName, StoreName]) {
    super(`${stores.join(' and ')} hold different records of ${tenant}, ${name}, version ${version}`)
  }
}

/** Copies what `to` lacks of a stream in `from`, in the order of versions, where nothing is yet. Several may do it at once. */
export const bring = async (
  stores: Known<EventStore>,
  stream: StreamId,
  from: StoreName,
  to: StoreName,
): Promise<void> => {
  const [source, target] = [inStore(stores, from), inStore(stores, to)]
  const there = await beginning(target, to, stream)
  for (const record of await following(source, stream, there, [from, to])) {
    const before = headAt(to, { version: record.version - 1, digest: '' })
    const commandId = readBody(record).command.id
    const copied = await target.append(stream, before, { body: record.body, commandId })
    if (!copied.ok || copied.value.record.body !== record.body) throw new Diverged(stream, record.version, [from, to])
  }
}

/** What a store holds of a stream up to the first version that is missing there. */
export const beginning = async (
  store: EventStore,
  name: StoreName,
  stream: StreamId,
): Promise<{ readonly records: readonly StoredRecord[]; readonly head: Head; readonly gap?: true }> => {
  try {
    return await whole(store, stream)
  } catch (trouble) {
    if (!(trouble instanceof Gap)) throw trouble
    return { records: trouble.before, head: headAfter(headAt(name), trouble.before), gap: true }
  }
}

const following = async (
  source: EventStore,
  stream: StreamId,
  there: { readonly records: readonly StoredRecord[]; readonly head: Head },
  stores: readonly [StoreName, StoreName],
): Promise<readonly StoredRecord[]> => {
  const rest = await source.read(stream, there.head)
  if (rest.ok) return rest.value.records
  const { records } = await whole(source, stream)
  const differs = there.records.findIndex((record, n) => (records[n] ?? record).body !== record.body)
  if (differs >= 0) throw new Diverged(stream, differs + 1, stores)
  return [] // there is more in the target already
}

/** Whether the store holds exactly this one record, and that another first record than `first`. */
export const beginsOtherwise = (records: readonly StoredRecord[], first: Head): boolean => {
  const [own] = records
  return own !== undefined && endAt(own).digest !== first.digest
}
