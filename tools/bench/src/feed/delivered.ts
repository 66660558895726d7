import type { StreamName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { eventKey, type StoredItem, storedItemsOf } from '@awayday/stored-items'
import type { OpenStore } from '@awayday/stores'
import { request } from '../append/record.ts'
import type { Report } from '../report.ts'

const TENANTS = 50
const STREAM_RECORDS = 10
const LOAD = 1_000

/**
 * Records that are loaded in bulk while a feed listens, as a move does: how many a second were delivered, beside how many were
 * loaded. What is delivered is counted and forgotten, so the rest of what the process holds is the feed's.
 */
export const delivered = async (store: OpenStore, records: number): Promise<Omit<Report, 'title'>> => {
  const all = Promise.withResolvers<void>()
  const seen = new Set<string>()
  let heap = 0
  await using _listening = store.feed.deliver(async (batch) => {
    for (const { stream, record } of batch) seen.add(`${stream.tenant} ${stream.name} ${record.version}`)
    heap = Math.max(heap, process.memoryUsage().heapUsed)
    if (seen.size === records) all.resolve()
    return []
  })
  const items = await storedItemsOf(store)
  const start = performance.now()
  for (let n = 0; n < records; n += LOAD) await items.load(tenantOf(n), 'events', pageFrom(n))
  const loadedMs = performance.now() - start
  await all.promise
  const deliveredMs = performance.now() - start
  return {
    unit: '/s',
    decimals: 0,
    floor: { what: `${records} records loaded, ${LOAD} at a time`, figure: (records * 1_000) / loadedMs },
    lines: [
      {
        what: `delivered, in ${Math.round(heap / 2 ** 20)} MB of heap at most`,
        figure: (records * 1_000) / deliveredMs,
      },
    ],
  }
}

const tenantOf = (n: number): TenantId => `t${(n / LOAD) % TENANTS}` as TenantId

const pageFrom = (from: number): readonly StoredItem[] =>
  Array.from({ length: LOAD }, (_, n) => {
    const name = `person/${Math.floor((from + n) / STREAM_RECORDS)}` as StreamName
    return { key: eventKey(name, ((from + n) % STREAM_RECORDS) + 1), value: request(from + n, null).body }
  })
