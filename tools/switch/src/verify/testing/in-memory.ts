import { DatabaseSync } from 'node:sqlite'
import type { Side } from '../side.ts'
import { COLLECTIONS } from '../side.ts'
import { sqliteSide } from '../sides/sqlite.ts'
import { company, type Size } from './company.ts'

/** A service's file in memory, under the name of any store, with what a tenant's company left in it. */
export const inMemory = async (store: Side['store'], tenants: Readonly<Record<string, Size>>): Promise<Side> => {
  const db = new DatabaseSync(':memory:')
  db.exec(`
    CREATE TABLE events (position INTEGER PRIMARY KEY AUTOINCREMENT, tenant TEXT, stream TEXT, version INTEGER, body TEXT,
      UNIQUE (tenant, stream, version)) STRICT;
    CREATE TABLE records (tenant TEXT, kind TEXT, id TEXT, rev INTEGER, data TEXT, moved TEXT, PRIMARY KEY (tenant, kind, id)) STRICT;
    CREATE TABLE registry (tenant TEXT, id TEXT, digest TEXT, stream TEXT, expires TEXT, PRIMARY KEY (tenant, id)) STRICT;
    CREATE TABLE tenants (tenant TEXT PRIMARY KEY) STRICT`)
  const side = { ...sqliteSide(db), store }
  db.exec('BEGIN')
  for (const [tenant, size] of Object.entries(tenants))
    for (const collection of COLLECTIONS)
      for (const item of company(tenant, collection, size)) await side.add(tenant, collection, item)
  db.exec('COMMIT')
  return side
}
