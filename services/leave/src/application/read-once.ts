import type { EventStore } from '@awayday/event-sourcing'

/** A store that reads each stream once: for a question about many people, who have an approver and a company in common. */
export const readOnce = (store: EventStore): EventStore => {
  const reads = new Map<string, ReturnType<EventStore['read']>>()
  return {
    append: store.append,
    heads: store.heads,
    read: (stream, after) => {
      if (after) return store.read(stream, after)
      const key = `${stream.tenant}#${stream.name}`
      const read = reads.get(key) ?? store.read(stream)
      reads.set(key, read)
      return read
    },
  }
}
