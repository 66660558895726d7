import type { EventStore, Sealed, StoreName, StreamId } from '@awayday/event-sourcing'
import { inTurns, type TenantId } from '@awayday/kernel'
import { handOver, handOverRecord, type Routes, routedEventStore, routesOver } from '@awayday/routing'
import { recordPlace } from '@awayday/stored-items'
import { adaptiveLimiter } from '../mover/limiter.ts'
import { sweep } from '../mover/tail.ts'
import type { Standing } from './standing.ts'
import type { World } from './world.ts'

/** What a stage handed over, and how long whoever wanted to append to a stream may have had to wait at most. */
export type HandedOver = {
  readonly streams: number
  readonly records: number
  readonly longest: { readonly waitMs: number; readonly stream: string }
}

/**
 * Hands over every stream and plain record of a tenant to where it was announced to go, and looks again until there was nothing to
 * do twice in a row: processes that have not heard of the announcement may make new ones for a while. What is made where it
 * belongs is none of ours, however much that is.
 */
export const handOverAll = async (world: World, stage: string, { tenant, row }: Standing): Promise<HandedOver> => {
  const { tell, stop, service, nowMs } = world
  const seal = { epoch: row.epoch, to: row.to ?? row.home }
  const moving = movingWith(world)
  await moving.routes.now(tenant)
  const streams = new Set<string>()
  const records = new Set<string>()
  let longest = { waitMs: 0, stream: '' }

  for (let quiet = 0; quiet < 2; ) {
    let handed = 0
    await inTurns(moving.events.heads(tenant), async ({ stream }) => {
      stop.throwIfAborted()
      if (streams.has(stream.name)) return
      const waitMs = await moving.handOver(stream, seal)
      if (waitMs !== undefined) handed++
      if (waitMs !== undefined && waitMs > longest.waitMs) longest = { waitMs, stream: stream.name }
      streams.add(stream.name)
      tell({ stage, service: service.name, tenant, streams: streams.size, longestWaitMs: Math.round(longest.waitMs) })
    })
    await inTurns(recordsOf(world, tenant), async (key) => {
      stop.throwIfAborted()
      if (records.has(key)) return
      if (await moving.handOverRecord(tenant, key, seal)) handed++
      records.add(key)
    })
    quiet = handed === 0 ? quiet + 1 : 0
  }
  if (seal.to !== row.home) await sweep({ ...world, limiter: adaptiveLimiter(nowMs) }, tenant) // rows of the registry
  return { streams: streams.size, records: records.size, longest }
}

const movingWith = ({ from, to, nowMs, clock }: World) => {
  const each = <Port>(port: (store: World['from']) => Port) => new Map([from, to].map((it) => [it.name, port(it)]))
  const routes: Routes = routesOver(
    each(({ tenants }) => tenants),
    from.name,
    nowMs,
  )
  const stores = each(({ events }) => events)
  const records = each((store) => store.records)
  return {
    routes,
    events: routedEventStore({ stores, routes, clock }),
    /** Answers the milliseconds from before the seal was sent until all of the stream was there; undefined: there was nothing to do. */
    async handOver(stream: StreamId, seal: Sealed): Promise<number | undefined> {
      let sealedAt: number | undefined
      const timed = new Map(
        [...stores].map(([name, store]): [StoreName, EventStore] => [
          name,
          {
            ...store,
            append: (to, head, record) => {
              if (name !== seal.to) sealedAt = nowMs()
              return store.append(to, head, record)
            },
          },
        ]),
      )
      const handed = await handOver({ stores: timed, routes, clock }, stream, seal)
      return handed && sealedAt !== undefined ? nowMs() - sealedAt : undefined
    },
    handOverRecord(tenant: TenantId, key: string, seal: Sealed): Promise<boolean> {
      return handOverRecord({ stores: records, routes }, { tenant, ...recordPlace(key) }, seal)
    },
  }
}

/** The keys of a tenant's plain records in either store, one for both. */
async function* recordsOf({ from, to }: World, tenant: TenantId): AsyncIterable<string> {
  for (const { items } of [from, to])
    for await (const page of items.pages(tenant, 'records')) for (const { key } of page) yield key
}
