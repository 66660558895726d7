import { stoppedClock } from '@awayday/clock'
import { type EventStore, type Route, type StoreName, whole } from '@awayday/event-sourcing'
import {
  openDatabase,
  sqliteCommandRegistry,
  sqliteEventStore,
  sqliteProgress,
  sqliteTenants,
} from '@awayday/event-sourcing/sqlite'
import type { Instant, TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { routedCommandRegistry } from '../routed-command-registry.ts'
import { routedEventStore } from '../routed-event-store.ts'
import { routedPlainRecords } from '../routed-plain-records.ts'
import { routedTenants } from '../routed-tenants.ts'
import { routesOver } from '../routes.ts'
import { named } from './named.ts'

/** Databases in memory under the names of stores, and processes over them, each with what it knows of routes. */
export const storesNamed = (...names: readonly StoreName[]) => {
  const databases = new Map(names.map((name) => [name, openDatabase(':memory:')]))
  const each = <Port>(open: (db: ReturnType<typeof openDatabase>, name: StoreName) => Port) =>
    new Map([...databases].map(([name, db]) => [name, open(db, name)]))
  const ports = {
    events: each((db, name) => named(name, sqliteEventStore(db))),
    records: each((db) => sqlitePlainRecords(db)),
    registry: each((db) => sqliteCommandRegistry(db)),
    tenants: each((db) => sqliteTenants(db)),
    progress: each((db) => sqliteProgress(db)),
  }
  const clock = stoppedClock('2026-05-04T08:00:00.000Z' as Instant)

  /** A process that starts now. `later`: lets its knowledge of routes grow old. */
  const start = (newcomers: StoreName) => {
    let nowMs = 0
    const routes = routesOver(ports.tenants, newcomers, () => nowMs)
    return {
      later: (): void => {
        nowMs += 60_000
      },
      routes,
      clock,
      stores: ports.events,
      events: routedEventStore({ stores: ports.events, routes, clock }),
      records: routedPlainRecords({ stores: ports.records, routes }),
      registry: routedCommandRegistry(ports.registry, routes),
      tenants: routedTenants(ports.tenants, routes),
    }
  }
  return {
    ...ports,
    start,
    /** Writes a tenant's row into a store, over whatever stands there. */
    async reroute(name: StoreName, tenant: TenantId, route: Route): Promise<void> {
      const rows = ports.tenants.get(name)
      await rows?.reroute(tenant, route, (await rows.route(tenant))?.rev ?? 0)
    },
    [Symbol.dispose]: () => {
      for (const db of databases.values()) db.close()
    },
  }
}

/** What a store holds of a stream, as its bodies. */
export const bodiesIn = async (store: EventStore | undefined, stream: Parameters<EventStore['read']>[0]) =>
  store ? (await whole(store, stream)).records.map(({ body }) => body) : []
