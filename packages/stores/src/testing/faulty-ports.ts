import type { DatabaseSync } from 'node:sqlite'
import { type FollowedStore, StoreUnavailable } from '@awayday/event-sourcing'
import type { FaultsOf, Process } from '@awayday/faults'
import type { ServiceManifest } from '@awayday/manifest'
import { createSqliteTables, openSqlite } from '../sqlite.ts'
import { throughFaults } from './through-faults.ts'

/**
 * The ports that services have in common, on a SQLite of its own, as a process sees them: without one, as they are. `viewsOver`: the
 * service's questions to its views; `calls`: which of them an index answers, so that it may be behind.
 */
export const faultyPorts = <Views extends object>(
  service: ServiceManifest,
  viewsOver: (db: DatabaseSync) => Views,
  calls: FaultsOf<Views>['calls'],
) => {
  const [store, behind] = [opened(service), opened(service)]
  const [views, viewsBehind] = [viewsOver(store.db), viewsOver(behind.db)]
  const viewFaults: FaultsOf<Views> = { trouble: (what) => new StoreUnavailable(what), calls }
  return {
    store,
    seenBy: (process?: Process) => {
      const {
        events,
        registry,
        tenants,
        progress,
        records,
        views: rowsOf,
      } = process ? throughFaults(process, store) : store
      const rows = rowsOf('views')
      const followed: FollowedStore = {
        name: store.name,
        store: events,
        progress,
        rows,
        tenants,
        isRead: async () => true,
      }
      return {
        home: store.name,
        store: events,
        registry,
        tenants,
        records,
        followed: [followed] as const,
        views: process ? process.through('views', views, viewFaults, viewsBehind) : views,
      }
    },
  }
}

const opened = (service: ServiceManifest) => {
  const store = openSqlite(':memory:')
  createSqliteTables(store.db, service)
  return store
}
