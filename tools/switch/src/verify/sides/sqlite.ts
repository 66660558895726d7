import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { eventKey, placeOf } from '../canonical.ts'
import { type Collection, FIELDS, type Fields, type Side } from '../side.ts'

/** How a service's file keeps what is verified, written down again. */
const LAYOUT = {
  events: { table: 'events', key: ['stream', 'version'] },
  records: { table: 'records', key: ['kind', 'id'] },
  registry: { table: 'registry', key: ['id'] },
} as const satisfies Record<Collection, { readonly table: string; readonly key: readonly string[] }>

const PAGE = 1_000

/** A service's own file, opened. */
export const sqliteSide = (db: DatabaseSync): Side => ({
  store: 'sqlite',

  async tenants() {
    return db
      .prepare('SELECT tenant FROM tenants ORDER BY tenant')
      .all()
      .map((row) => String(row['tenant']))
  },

  async *pages(tenant, collection) {
    const { table, key } = LAYOUT[collection]
    const page = db.prepare(
      `SELECT ${[...key, ...FIELDS[collection]].join(', ')} FROM ${table}
       WHERE tenant = ? AND (${key.join(', ')}) > (${key.map(() => '?').join(', ')}) ORDER BY ${key.join(', ')} LIMIT ${PAGE}`,
    )
    let last: SQLInputValue[] = key.map((column) => (column === 'version' ? 0 : ''))
    for (;;) {
      const rows = page.all(tenant, ...last)
      if (rows.length === 0) return
      yield rows.map((row) => ({
        key: textOf(
          collection,
          key.map((column) => row[column]),
        ),
        fields: fieldsOf(collection, row),
      }))
      last = key.map((column) => rows.at(-1)?.[column] ?? '')
    }
  },

  async get(tenant, collection, key) {
    const { table } = LAYOUT[collection]
    const row = db
      .prepare(`SELECT ${FIELDS[collection].join(', ')} FROM ${table} WHERE ${where(collection)}`)
      .get(tenant, ...partsOf(collection, key))
    return row && fieldsOf(collection, row)
  },

  async add(tenant, collection, { key, fields }) {
    const columns = ['tenant', ...LAYOUT[collection].key, ...FIELDS[collection]]
    const { changes } = db
      .prepare(
        `INSERT OR IGNORE INTO ${LAYOUT[collection].table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      .run(tenant, ...partsOf(collection, key), ...valuesOf(collection, fields))
    return changes === 1
  },

  async replace(tenant, collection, { key, fields }, wrong) {
    const { changes } = db
      .prepare(
        `UPDATE ${LAYOUT[collection].table} SET ${FIELDS[collection].map((field) => `${field} = ?`).join(', ')}
         WHERE ${where(collection)} AND ${still(collection)}`,
      )
      .run(...valuesOf(collection, fields), tenant, ...partsOf(collection, key), ...valuesOf(collection, wrong))
    return changes === 1
  },

  async remove(tenant, collection, { key, fields }) {
    const { changes } = db
      .prepare(`DELETE FROM ${LAYOUT[collection].table} WHERE ${where(collection)} AND ${still(collection)}`)
      .run(tenant, ...partsOf(collection, key), ...valuesOf(collection, fields))
    return changes === 1
  },
})

const where = (collection: Collection): string =>
  ['tenant', ...LAYOUT[collection].key].map((column) => `${column} = ?`).join(' AND ')
const still = (collection: Collection): string => FIELDS[collection].map((field) => `${field} IS ?`).join(' AND ')

const partsOf = (collection: Collection, key: string): SQLInputValue[] => {
  if (collection === 'registry') return [key]
  if (collection === 'records') return key.split('#')
  const { stream, version } = placeOf(key)
  return [stream, version]
}

const textOf = (collection: Collection, parts: readonly unknown[]): string =>
  collection === 'events' ? eventKey(String(parts[0]), Number(parts[1])) : parts.join('#')

/** NULL is a field that is not there. */
const fieldsOf = (collection: Collection, row: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    FIELDS[collection].flatMap((name) => {
      const value = row[name]
      return value === null || value === undefined ? [] : [[name, String(value)]]
    }),
  )

const valuesOf = (collection: Collection, fields: Fields): SQLInputValue[] =>
  FIELDS[collection].map((name) => (name === 'rev' ? Number(fields[name]) : (fields[name] ?? null)))
