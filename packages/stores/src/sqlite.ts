import type { DatabaseSync } from 'node:sqlite'
import type { ViewRows } from '@awayday/event-sourcing'
import {
  createControlTables,
  createEventTable,
  createViewTable,
  forgetExpired,
  openDatabase,
  sqliteCommandRegistry,
  sqliteEventFeed,
  sqliteEventStore,
  sqliteProgress,
  sqliteTenants,
  sqliteViewRows,
} from '@awayday/event-sourcing/sqlite'
import { unreachable } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { createRecordTable, sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import type { OpenStore } from './store.ts'

/** A service's own file, or `:memory:`. Tests open one for themselves; everything else goes through `openStore`. */
export const openSqlite = (file: string): OpenStore & { readonly name: 'sqlite' } => {
  const db = openDatabase(file)
  const views = new Map<string, ViewRows>()
  return {
    name: 'sqlite',
    db,
    events: sqliteEventStore(db),
    feed: sqliteEventFeed(db),
    progress: sqliteProgress(db),
    registry: sqliteCommandRegistry(db),
    tenants: sqliteTenants(db),
    records: sqlitePlainRecords(db),
    views: (table) => {
      const rows = views.get(table) ?? sqliteViewRows(db, table)
      views.set(table, rows)
      return rows
    },
    [Symbol.asyncDispose]: async () => db.close(),
  }
}

export const createSqliteTables = (db: DatabaseSync, { tables }: Pick<ServiceManifest, 'tables'>): void => {
  for (const [name, table] of Object.entries(tables)) {
    switch (table.holds) {
      case 'events':
        createEventTable(db)
        break
      case 'control':
        createControlTables(db)
        break
      case 'records':
        createRecordTable(db)
        break
      case 'views':
        createViewTable(db, name, table.indexes)
        break
      default:
        unreachable(table)
    }
  }
  createControlTables(db)
  forgetExpired(
    db,
    Object.keys(tables).filter((name) => tables[name]?.holds === 'views'),
  )
}
