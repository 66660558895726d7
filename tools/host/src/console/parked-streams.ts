import { parseStreamName, type StreamProgress } from '@awayday/event-sourcing'
import { parseTenantId } from '@awayday/kernel'
import { streamEvent } from '../streams/stream-event.ts'
import type { Insides } from './insides.ts'

export type ParkedStream = {
  readonly service: string
  readonly tenant: string
  readonly stream: string
  readonly consumer: string
  readonly version: number
  readonly reason: string
  readonly at: string
}

/** Streams at which a consumer met a defect. Reads all progress of all tenants: for a person who looks, not for a poll. */
export const parkedStreams = async ({ feeds }: Insides): Promise<readonly ParkedStream[]> => {
  const parked: ParkedStream[] = []
  for (const [service, { all }] of feeds.stores)
    for (const store of all)
      for await (const tenant of store.tenants.all())
        for await (const progress of store.progress.all(tenant)) parked.push(...parkedIn(service, progress))
  return parked
}

const parkedIn = (service: string, { stream, parked = {} }: StreamProgress): readonly ParkedStream[] =>
  Object.entries(parked).map(([consumer, at]) => ({
    service,
    tenant: stream.tenant,
    stream: stream.name,
    consumer,
    ...at,
  }))

/** Takes the mark away and hands the stream's last record to its function again, which fills what is missing before it. */
export const redriveStream = async (
  insides: Insides,
  asked: { readonly service: string; readonly tenant: string; readonly stream: string },
): Promise<boolean> => {
  const { feeds, planned, invoke } = insides
  const stores = feeds.stores.get(asked.service)?.all ?? []
  const tenant = parseTenantId(asked.tenant)
  const name = parseStreamName(asked.stream)
  const relay = planned.streams.find(({ fn }) => fn.service === asked.service)
  if (!tenant || !name || !relay) return false
  const stream = { tenant, name }
  const all = await Promise.all(stores.map(async (each) => ({ ...each, seen: await each.progress.load(stream) })))
  const store = all.find(({ seen }) => seen.parked)
  if (!store) return false
  const { seen } = store
  const { stream: _, rev: __, parked: ___, ...next } = seen
  if (!(await store.progress.save(seen, next))) return redriveStream(insides, asked) // somebody else wrote: look again

  const read = await store.events.read(stream)
  const record = read.ok ? read.value.records.at(-1) : undefined
  if (record)
    await invoke(relay.fn, streamEvent(asked.service, relay.table, store.name, [{ stream, record }]), 'redrive')
  return true
}
