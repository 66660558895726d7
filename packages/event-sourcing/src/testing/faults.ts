import { type FaultsOf, faultyProcess, type Process } from '@awayday/faults'
import type { Instant } from '@awayday/kernel'
import { commandId, REFUSED } from '../command.ts'
import type { CommandRegistry } from '../command-registry.port.ts'
import type { EventFeed } from '../event-feed.port.ts'
import type { EventStore } from '../event-store.port.ts'
import { contentOf } from '../outcome.ts'
import type { Progress } from '../progress.port.ts'
import { type NewRecord, newRecord, readBody } from '../record.ts'
import { StoreUnavailable } from '../store-unavailable.ts'
import type { StreamId } from '../stream.ts'
import type { Tenants } from '../tenants.port.ts'
import type { ViewRows } from '../view-rows.port.ts'
import { whole } from '../whole.ts'

const trouble = (what: string): Error => new StoreUnavailable(what)

export const eventStoreFaults: FaultsOf<EventStore> = {
  trouble,
  calls: {
    read: {},
    append: { conflict: (store, stream) => somebodyAppends(store, stream) },
    heads: { each: true },
  },
}

/** Of another runner: it found as much done, and wrote. */
export const progressFaults: FaultsOf<Progress> = {
  trouble,
  calls: {
    load: {},
    save: {
      conflict: async (progress, { stream }) => {
        const there = await progress.load(stream)
        await progress.save(there, contentOf(there))
      },
    },
    all: { each: true },
  },
}

/** Of another try of the same command. */
export const registryFaults: FaultsOf<CommandRegistry> = {
  trouble,
  calls: { note: { conflict: (registry, key, use, at) => registry.note(key, use, at) } },
}

/** Of another process that notes the same home, or writes the route anew as it is. */
export const tenantsFaults: FaultsOf<Tenants> = {
  trouble,
  calls: {
    settle: { conflict: (tenants, tenant, home) => tenants.settle(tenant, home) },
    route: {},
    reroute: {
      conflict: async (tenants, tenant, route) => {
        const { rev, ...there } = (await tenants.route(tenant)) ?? { ...route, rev: 0 }
        await tenants.reroute(tenant, there, rev)
      },
    },
    all: { each: true },
  },
}

/** Of another runner that shows the same record. */
export const viewRowsFaults: FaultsOf<ViewRows> = {
  trouble,
  calls: {
    load: {},
    save: { conflict: (rows, tenant, row, seen) => rows.save(tenant, row, seen) },
    all: { each: true },
  },
}

/** What befalls a feed befalls the batches that it hands over: all that is not known to be taken comes again. */
export const faultyFeed = (process: Process, feed: EventFeed): EventFeed => ({
  deliver: (to) => feed.deliver(process.through('feed', { take: to }, takerFaults).take),
})

const takerFaults: FaultsOf<{ readonly take: Parameters<EventFeed['deliver']>[0] }> = {
  trouble,
  calls: { take: { part: (part, batch) => [part(batch)] } },
}

/** A record that says nothing in the domain's words: it fits into every stream, and is in the way. */
export const somebodyAppends = async (store: EventStore, stream: StreamId): Promise<void> => {
  const { records, head } = await whole(store, stream)
  const last = records.at(-1)
  await store.append(stream, head, interposed(stream, head, last && readBody(last).at))
}

const INTERPOSED = 'system:somebody-else'

const interposed = (
  { tenant, name }: StreamId,
  head: { readonly version: number; readonly digest: string },
  at = '2026-01-01T00:00:00.000Z' as Instant,
): NewRecord =>
  newRecord({
    at,
    by: INTERPOSED,
    command: { id: commandId({ tenant, actor: INTERPOSED, key: `${name}@${head.version}` }), digest: 'interposed' },
    correlation: 'interposed',
    cause: 'interposed',
    prev: head.version > 0 ? head.digest : null,
    events: [{ type: REFUSED, v: 1, data: { problem: { type: 'Interposed' } } }],
  })

/** A store that appends, and whose answer to the first append is lost. */
export const losesAnswer = (store: EventStore): EventStore => {
  const process = faultyProcess()
  process.expect({ of: 'events.append', call: 0, kind: 'answer lost' })
  return process.through('events', store, eventStoreFaults)
}

/** A store whose first `racers` appends wait for each other: all of them have read before any of them writes. */
export const barrier = (store: EventStore, racers: number): EventStore => {
  const all = Promise.withResolvers<void>()
  let arrived = 0
  return {
    ...store,
    async append(...call) {
      if (++arrived === racers) all.resolve()
      await all.promise
      return store.append(...call)
    },
  }
}
