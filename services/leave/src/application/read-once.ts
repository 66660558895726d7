import type { EventStore } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'

/** A store that reads each stream, and lists all of them, once: for a question about many people, who have an approver and a company in common. */
export const readOnce = (store: EventStore): EventStore => {
  const reads = new Map<string, ReturnType<EventStore['read']>>()
  const lists = new Map<TenantId, ReturnType<typeof listed>>()
  async function* listedOnce(tenant: TenantId) {
    const list = lists.get(tenant) ?? listed(store, tenant)
    lists.set(tenant, list)
    yield* await list
  }
  return {
    append: store.append,
    heads: (tenant, after) => (after ? store.heads(tenant, after) : listedOnce(tenant)),
    read: (stream, after) => {
      if (after) return store.read(stream, after)
      const key = `${stream.tenant}#${stream.name}`
      const read = reads.get(key) ?? store.read(stream)
      reads.set(key, read)
      return read
    },
  }
}

const listed = async (store: EventStore, tenant: TenantId) => {
  const heads = []
  for await (const one of store.heads(tenant)) heads.push(one)
  return heads
}
