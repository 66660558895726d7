import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stoppedClock } from '@awayday/clock'
import {
  type Consumer,
  consumerRunner,
  type EventStore,
  isUnavailable,
  type Route,
  type StreamId,
} from '@awayday/event-sourcing'
import {
  eventStoreFaults,
  progressFaults,
  registryFaults,
  somebodyAppends,
  tenantsFaults,
} from '@awayday/event-sourcing/faults'
import { type FaultsOf, type Process, rewinding } from '@awayday/faults'
import { addMs, type Instant } from '@awayday/kernel'
import { plainRecordsFaults } from '@awayday/plain-records/faults'
import {
  carry,
  placeIn,
  routedCommandRegistry,
  routedEventStore,
  routedPlainRecords,
  routedTenants,
  routesOver,
} from '@awayday/routing'
import { storedItemsFaults } from '@awayday/stored-items/faults'
import { SwitchProblem } from '../problem.ts'
import type { World } from '../stages/world.ts'
import { manifest, storeNamed } from '../testing/on-the-move.ts'

/** Whoever waits looks again after so long: time costs nothing here, and looking does. */
const PAUSED_MS = 5_000

type Opened = Awaited<ReturnType<typeof storeNamed>>
type Both = readonly [Opened, Opened]

/** Two stores of a company, whose movers and whose product may meet faults at each call of a port. */
export const movingGround = async () => {
  const clock = stoppedClock('2026-05-04T08:00:00.000Z' as Instant)
  const folder = await mkdtemp(join(tmpdir(), 'awayday-switch-'))
  const stores: Both = [await storeNamed('mongodb'), await storeNamed('dynamodb')]
  const published: string[] = []
  const quiet = productOver(stores, clock, published)

  const world = (process?: Process): World => {
    const [from, to] = process ? throughFaults(process, stores) : stores
    return {
      service: manifest,
      from,
      to,
      clock,
      nowMs: () => Date.parse(clock.now()),
      pause: async () => {
        clock.set(addMs(clock.now(), PAUSED_MS))
        await quiet.sweep()
      },
      tell: () => {},
      stop: new AbortController().signal,
      folder,
    }
  }
  return {
    clock,
    stores,
    published,
    world,
    /** A process of the product that starts now, with the faults of `process`. `heard`: of the route, and nothing newer since. */
    product: (process?: Process, heard?: Route) =>
      productOver(process ? throughFaults(process, stores) : stores, clock, published, heard),
    quiet,
    /** All that is kept is put back to where it is now. */
    bookmark: async () => {
      const [start, tables, told] = [clock.now(), stores.map(({ db }) => rewinding(db)), published.length]
      const files = await Promise.all(
        (await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name))] as const),
      )
      return async () => {
        clock.set(start)
        for (const rewind of tables) rewind()
        published.length = told
        for (const name of await readdir(folder)) await rm(join(folder, name))
        for (const [name, content] of files) await writeFile(join(folder, name), content)
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const store of stores) await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}
export type MovingGround = Awaited<ReturnType<typeof movingGround>>

/** A stage says so when it is to be called again; the platform, when anything is. */
export const isTrouble = (thrown: unknown): boolean =>
  isUnavailable(thrown) || (thrown instanceof SwitchProblem && CALL_AGAIN.test(thrown.message))
const CALL_AGAIN = /^Somebody else has changed where|^acme differs in/

const throughFaults = (process: Process, [from, to]: Both): Both => {
  const one = (name: string, store: Opened, other: Opened): Opened => ({
    ...store,
    events: process.through(`${name} events`, store.events, faultsOfMoved(other.events)),
    progress: process.through(`${name} progress`, store.progress, progressFaults),
    registry: process.through(`${name} registry`, store.registry, registryFaults),
    tenants: process.through(`${name} tenants`, store.tenants, tenantsFaults),
    records: process.through(`${name} records`, store.records, plainRecordsFaults),
    items: process.through(`${name} items`, store.items, storedItemsFaults),
  })
  return [one('from', from, to), one('to', to, from)]
}

/** Nobody comes in between a copy but who copies the same: what follows a seal is decided elsewhere. */
const faultsOfMoved = (other: EventStore): FaultsOf<EventStore> => ({
  ...eventStoreFaults,
  calls: {
    ...eventStoreFaults.calls,
    append: {
      conflict: async (store, stream, head, record) => {
        const isCopy = await holds(other, stream, record.body)
        await (isCopy ? store.append(stream, head, record) : somebodyAppends(store, stream))
      },
    },
  },
})

const holds = async (store: EventStore, stream: StreamId, body: string): Promise<boolean> => {
  const read = await store.read(stream)
  return read.ok && read.value.records.some((record) => record.body === body)
}

const productOver = (all: Both, clock: World['clock'], published: string[], heard?: Route) => {
  const each = <Port>(port: (store: Opened) => Port) => new Map(all.map((store) => [store.name, port(store)]))
  const [events, tenants] = [each((store) => store.events), each((store) => store.tenants)]
  const fresh = routesOver(tenants, all[0].name, () => Date.parse(clock.now()))
  const routes = heard ? { ...fresh, of: async () => heard } : fresh
  const publish: Consumer = {
    name: 'publish',
    consume: async ({ stream, record }) => void published.push(`${stream.tenant} ${stream.name} ${record.version}`),
  }
  const project: Consumer = { name: 'project', everywhere: true, consume: async () => {} }
  return {
    routes,
    events: routedEventStore({ stores: events, routes, clock }),
    records: routedPlainRecords({ stores: each((store) => store.records), routes }),
    registry: routedCommandRegistry(
      each((store) => store.registry),
      routes,
    ),
    tenants: routedTenants(tenants, routes),
    async sweep(): Promise<void> {
      for (const store of all) {
        const consumers = [project, publish, carry(store.name, events, routes)]
        const runner = consumerRunner({
          store: store.events,
          progress: store.progress,
          clock,
          consumers,
          place: placeIn(store, routes),
        })
        for await (const tenant of store.tenants.all()) await runner.sweep(tenant)
      }
    },
  }
}
export type Product = ReturnType<typeof productOver>
