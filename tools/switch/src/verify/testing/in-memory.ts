import { DatabaseSync } from 'node:sqlite'
import type { Collection, Item, Side } from '../side.ts'
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

/** Puts a text in the place of what is stored under a key, as nothing of ours would. */
export const overwrite = async (side: Side, tenant: string, collection: Collection, item: Item): Promise<void> => {
  const there = await side.get(tenant, collection, item.key)
  const done = there ? await side.replace(tenant, collection, item, there) : await side.add(tenant, collection, item)
  if (!done) throw new Error(`${item.key} was not written`)
}

export const erase = async (side: Side, tenant: string, collection: Collection, key: string): Promise<void> => {
  const fields = await side.get(tenant, collection, key)
  if (!fields || !(await side.remove(tenant, collection, { key, fields }))) throw new Error(`${key} was not removed`)
}

/** The text with another character at `at`: one byte of it is wrong. */
export const withWrongByte = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
