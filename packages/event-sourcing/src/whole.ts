import type { EventStore } from './event-store.port.ts'
import type { Head } from './head.ts'
import type { StoredRecord } from './record.ts'
import type { StreamId } from './stream.ts'

/** Everything a stream holds, and where it ends. A read from the start has no head that could be stale. */
export const whole = async (
  store: EventStore,
  stream: StreamId,
): Promise<{ readonly records: readonly StoredRecord[]; readonly head: Head }> => {
  const found = await store.read(stream)
  if (!found.ok) throw new Error('a read from the start was answered with a stale head')
  return found.value
}
