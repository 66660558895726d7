import type { DatabaseSync } from 'node:sqlite'
import { answered } from './database.ts'

/** Made when missing by the factories themselves, so that an adapter works on an empty file. */

/** A plain rowid is used again after a delete, and a feed would miss it: hence AUTOINCREMENT. */
export const createEventTable = (db: DatabaseSync): void =>
  create(
    db,
    `CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      tenant TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
      UNIQUE (tenant, stream, version)
    ) STRICT`,
  )

export const createControlTables = (db: DatabaseSync): void => {
  create(
    db,
    `CREATE TABLE IF NOT EXISTS progress (
      tenant TEXT NOT NULL, stream TEXT NOT NULL, rev INTEGER NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (tenant, stream)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS registry (
      tenant TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, stream TEXT NOT NULL, expires TEXT NOT NULL,
      PRIMARY KEY (tenant, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS tenants (
      tenant TEXT PRIMARY KEY, home TEXT NOT NULL, rev INTEGER NOT NULL, route TEXT
    ) STRICT, WITHOUT ROWID`,
  )
  assertShape(db)
}

/** Files of before tenants could move were written by no release. */
const assertShape = (db: DatabaseSync): void => {
  const columns = answered('create', () => db.prepare("SELECT name FROM pragma_table_info('tenants')").all())
  if (!columns.some(({ name }) => name === 'rev'))
    throw new Error('this SQLite file was written by a version before the first release: start afresh with --reset')
}

/** Indexes name fields of the document; a question is answered by one when it says `doc ->> '$.field'`, as they do. */
export const createViewTable = (
  db: DatabaseSync,
  table: string,
  indexes: Readonly<Record<string, readonly string[]>> = {},
): void => {
  create(
    db,
    `CREATE TABLE IF NOT EXISTS ${word(table)} (
      tenant TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, doc TEXT, purge_at TEXT,
      PRIMARY KEY (tenant, id)
    ) STRICT`,
  )
  for (const [name, fields] of Object.entries(indexes)) {
    const columns = ['tenant', ...fields.map((field) => `doc ->> '$.${path(field)}'`)]
    create(db, `CREATE INDEX IF NOT EXISTS ${word(table)}_${word(name)} ON ${word(table)} (${columns.join(', ')})`)
  }
}

/** Drops what the ports allow to be forgotten: registry rows after their 30 days, tombstones of views after their 7. */
export const forgetExpired = (db: DatabaseSync, viewTables: readonly string[]): void => {
  const expired = ['registry WHERE expires', ...viewTables.map((table) => `${word(table)} WHERE purge_at`)]
  for (const what of expired)
    answered('forget', () => db.exec(`DELETE FROM ${what} <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`))
}

/** A name that stands in a statement as it is. */
export const word = (name: string): string => {
  if (!/^[a-z][a-zA-Z0-9_]{0,60}$/.test(name)) throw new Error(`not a table's or index's name: ${name}`)
  return name
}
const path = (field: string): string => field.split('.').map(word).join('.')

const create = (db: DatabaseSync, statement: string): void => answered('create', () => db.exec(statement))
