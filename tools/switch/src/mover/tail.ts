import { digestOf, type End, type EventStore, type StreamName } from '@awayday/event-sourcing'
import { inTurns, type TenantId } from '@awayday/kernel'
import { compareAge, eventKey, type StoredItem, type StoredItems } from '@awayday/stored-items'
import { alongside } from './alongside.ts'
import type { Moved } from './checkpoint.ts'
import { chunksOf } from './chunk.ts'
import { unitsAtOnce } from './write-budget.ts'
import { diverged, type MovedStore, type Moving, written } from './writing.ts'

export type Tailing = Omit<Moving, 'from' | 'to'> & { readonly from: TailedStore; readonly to: TailedStore }
export type TailedStore = MovedStore & { readonly events: Pick<EventStore, 'heads'> }

/** What a sweep found that the target lacked, and brought: its lag when it was looked at. */
export type Swept = {
  readonly streams: number
  readonly events: number
  readonly records: number
  readonly registry: number
}

/**
 * Brings what the target lacks of a tenant: compares the ends of all streams, and plain records and registry rows by what they say.
 * In either direction: what the target has beyond the source is left alone. Repeated, it keeps the target close behind.
 */
export const sweep = async (tailing: Tailing, tenant: TenantId): Promise<Swept> => {
  let [streams, events] = [0, 0]
  await inTurns(lacking(tailing, tenant), async ({ name, from, to }) => {
    streams++
    events += await bring(tailing, tenant, name, from, to)
  })
  const records = await bringOthers(tailing, tenant, 'records')
  const registry = await bringOthers(tailing, tenant, 'registry')
  return { streams, events, records, registry }
}

/** A stream that ends later in the source (at `from`) than in the target (at `to`). */
type Lacking = { readonly name: StreamName; readonly from: End; readonly to: End }

async function* lacking(tailing: Tailing, tenant: TenantId): AsyncIterable<Lacking> {
  await using there = alongside(tailing.to.events.heads(tenant), ({ stream }) => stream.name)
  for await (const { stream, head } of tailing.from.events.heads(tenant)) {
    const to = (await there.at(stream.name))?.head ?? { version: 0, digest: '' }
    if (to.version < head.version) yield { name: stream.name, from: head, to }
    else if (to.version === head.version && to.digest !== head.digest)
      throw diverged(tailing, tenant, 'events', eventKey(stream.name, head.version))
  }
}

/** In version order, each chunk after the one before. The first one read is the target's last: it has to be the source's too. */
const bring = async (tailing: Tailing, tenant: TenantId, name: StreamName, from: End, to: End): Promise<number> => {
  const first = Math.max(1, to.version)
  let brought = 0
  for (let version = first; version <= from.version; version += GET_ITEMS) {
    const count = Math.min(GET_ITEMS, from.version - version + 1)
    const keys = Array.from({ length: count }, (_, n) => eventKey(name, version + n))
    const found = await tailing.from.items.get(tenant, 'events', keys)
    const known = version === to.version ? found[0] : undefined
    if (known && digestOf(known.value) !== to.digest) throw diverged(tailing, tenant, 'events', known.key)
    const items = known ? found.slice(1) : found
    for (const chunk of chunksOf(tenant, 'events', items, unitsAtOnce(tailing.budget)))
      await written(tailing, chunk, 'copy')
    brought += items.length
  }
  return brought
}
const GET_ITEMS = 100

const bringOthers = async (tailing: Tailing, tenant: TenantId, collection: Moved): Promise<number> => {
  let brought = 0
  for await (const page of others(tailing.from.items, tailing.to.items, tenant, collection)) {
    for (const chunk of chunksOf(tenant, collection, page, unitsAtOnce(tailing.budget)))
      await written(tailing, chunk, 'copy')
    brought += page.length
  }
  return brought
}

/** Items of the source that the target has not, or not like that and not newer. */
async function* others(
  from: StoredItems,
  to: StoredItems,
  tenant: TenantId,
  collection: Moved,
): AsyncIterable<readonly StoredItem[]> {
  await using there = alongside(oneByOne(to.pages(tenant, collection)), ({ key }) => key)
  for await (const page of from.pages(tenant, collection)) {
    const lacking: StoredItem[] = []
    for (const item of page) {
      const here = await there.at(item.key)
      if (!here || (here.value !== item.value && compareAge(collection, here.value, item.value) <= 0))
        lacking.push(item)
    }
    if (lacking.length > 0) yield lacking
  }
}

async function* oneByOne(pages: AsyncIterable<readonly StoredItem[]>): AsyncIterable<StoredItem> {
  for await (const page of pages) yield* page
}
