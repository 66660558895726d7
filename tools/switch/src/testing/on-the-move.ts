import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stoppedClock } from '@awayday/clock'
import {
  type Consumer,
  commandId,
  consumerRunner,
  newRecord,
  readBody,
  type StoreName,
  stream,
  whole,
} from '@awayday/event-sourcing'
import { addMs, type Instant, type TenantId } from '@awayday/kernel'
import { controlTable, eventTable, http, recordTable, type ServiceManifest, viewTable } from '@awayday/manifest'
import {
  carry,
  placeIn,
  routedCommandRegistry,
  routedEventStore,
  routedPlainRecords,
  routedTenants,
  routesOver,
} from '@awayday/routing'
import { named } from '@awayday/routing/testing'
import { storedItemsOf } from '@awayday/stored-items'
import { createTables } from '@awayday/stores'
import { openSqlite } from '@awayday/stores/sqlite'
import { withoutLedger } from '../stages/shadow-ledger.ts'
import type { MovingStore, Step, World } from '../stages/world.ts'
import { sqliteSide } from '../verify/sides/sqlite.ts'

export const manifest: ServiceManifest = {
  name: 'leave',
  root: import.meta.url,
  functions: { api: { on: http('POST /v1/notes'), timeoutS: 20 } },
  tables: { events: eventTable(), control: controlTable(), records: recordTable(), views: viewTable() },
}

/** A store in memory that goes by the name of any: a move between two of them takes milliseconds. */
export const storeNamed = async (name: StoreName) => {
  const sqlite = openSqlite(':memory:')
  await createTables(sqlite, manifest)
  const store: MovingStore = {
    ...sqlite,
    name,
    events: named(name, sqlite.events),
    items: withoutLedger(await storedItemsOf(sqlite)),
    side: withoutLedger({ ...sqliteSide(sqlite.db), store: name }),
    createTables: () => createTables(sqlite, manifest),
  }
  return { ...sqlite, ...store }
}
type Opened = Awaited<ReturnType<typeof storeNamed>>

/** A move between two stores, with a product at work on both: time passes while a stage waits, and the product follows its streams. */
export const onTheMove = async (fromName: StoreName = 'mongodb', toName: StoreName = 'dynamodb') => {
  const clock = stoppedClock('2026-05-04T08:00:00.000Z' as Instant)
  const folder = await mkdtemp(join(tmpdir(), 'awayday-switch-'))
  const [from, to] = [await storeNamed(fromName), await storeNamed(toName)]
  const product = productOver([from, to], clock)
  const steps: Step[] = []
  const world: World = {
    service: manifest,
    from,
    to,
    clock,
    nowMs: () => Date.parse(clock.now()),
    pause: async (ms) => {
      clock.set(addMs(clock.now(), ms))
      await product.sweep()
    },
    tell: (step) => void steps.push(step),
    stop: new AbortController().signal,
    folder,
  }
  return {
    world,
    /** The same two stores the other way round. */
    back: { ...world, from: to, to: from } satisfies World,
    product,
    steps,
    clock,
    /** The same move, in a process that is stopped when it has told so many steps. */
    stoppedAfter: (count: number): World => {
      const stop = new AbortController()
      let told = 0
      return {
        ...world,
        stop: stop.signal,
        tell: () => {
          if (++told >= count) stop.abort()
        },
      }
    },
    [Symbol.asyncDispose]: async () => {
      await from[Symbol.asyncDispose]()
      await to[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

/** A process of the product that knows both stores. */
const productOver = (all: readonly [Opened, Opened], clock: World['clock']) => {
  const nowMs = () => Date.parse(clock.now())
  const each = <Port>(port: (store: Opened) => Port) => new Map(all.map((store) => [store.name, port(store)]))
  const stores = each(({ events }) => events)
  const tenants = each((store) => store.tenants)
  const published: string[] = []

  const start = () => {
    const routes = routesOver(tenants, all[0].name, nowMs)
    return {
      routes,
      events: routedEventStore({ stores, routes, clock }),
      records: routedPlainRecords({ stores: each(({ records }) => records), routes }),
      registry: routedCommandRegistry(
        each(({ registry }) => registry),
        routes,
      ),
      tenants: routedTenants(tenants, routes),
    }
  }
  const first = start()
  const publish: Consumer = {
    name: 'publish',
    consume: async ({ stream, record }) => void published.push(`${stream.tenant} ${stream.name} ${record.version}`),
  }
  const project: Consumer = { name: 'project', everywhere: true, consume: async () => {} }

  return {
    ...first,
    /** Another process, which has looked up no route yet. */
    start,
    published,
    async sweep(): Promise<void> {
      for (const store of all) {
        const consumers = [project, publish, carry(store.name, stores, first.routes)]
        const runner = consumerRunner({
          store: store.events,
          progress: store.progress,
          clock,
          consumers,
          place: placeIn(store, first.routes),
        })
        for await (const tenant of store.tenants.all()) await runner.sweep(tenant)
      }
    },
  }
}

/** Writes a record as a command of that key does; by any process. Answers the version. */
export const noted = async (
  { events }: Pick<ReturnType<ReturnType<typeof productOver>['start']>, 'events'>,
  tenant: TenantId,
  id: string,
  key: string,
  data: unknown = {},
): Promise<number> => {
  const there = stream(tenant, 'person', id)
  for (;;) {
    const { records, head } = await whole(events, there)
    const last = records.at(-1)
    const command = commandId({ tenant, actor: 'ana', key })
    const standing = records.find((record) => readBody(record).command.id === command)
    if (standing) return standing.version
    const record = newRecord({
      at: last ? readBody(last).at : ('2026-05-04T08:00:00.000Z' as Instant),
      by: 'ana',
      command: { id: command, digest: 'd' },
      correlation: 'c',
      cause: 'c',
      prev: last ? head.digest : null,
      events: [{ type: 'Noted', v: 1, data }],
    })
    const appended = await events.append(there, head, record)
    if (appended.ok) return appended.value.record.version
  }
}
