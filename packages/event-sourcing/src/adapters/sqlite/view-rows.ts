import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@awayday/kernel'
import type { ViewDocument, ViewRow, ViewRows } from '../../view-rows.port.ts'
import { answered } from './database.ts'
import { createViewTable, word } from './tables.ts'

export const sqliteViewRows = (db: DatabaseSync, table: string): ViewRows => {
  createViewTable(db, table)
  const rows = word(table)
  const one = db.prepare(`SELECT id, version, doc, purge_at FROM ${rows} WHERE tenant = ? AND id = ?`)
  const insert = db.prepare(`INSERT OR IGNORE INTO ${rows} (version, doc, purge_at, tenant, id) VALUES (?, ?, ?, ?, ?)`)
  const update = db.prepare(
    `UPDATE ${rows} SET version = ?, doc = ?, purge_at = ? WHERE tenant = ? AND id = ? AND version = ?`,
  )
  const page = db.prepare(
    `SELECT id, version, doc, purge_at FROM ${rows} WHERE tenant = ? AND id > ? AND doc IS NOT NULL ORDER BY id LIMIT 100`,
  )

  return {
    async load(tenant, id) {
      const row = answered('views', () => one.get(tenant, id))
      return row && viewRowOf(row)
    },

    async save(tenant, { id, version, doc, purgeAt }, seen) {
      const values = [version, doc ? JSON.stringify(doc) : null, purgeAt ?? null, tenant, id] as const
      const { changes } = answered('views', () =>
        seen === undefined ? insert.run(...values) : update.run(...values, seen),
      )
      return changes === 1
    },

    async *all(tenant) {
      let id = ''
      for (;;) {
        const found = answered('views', () => page.all(tenant, id)).map(viewRowOf)
        if (found.length === 0) return
        yield* found
        id = found.at(-1)?.id ?? id
      }
    },
  }
}

/** For the services' own questions too: a row as their queries select it (`id, version, doc, purge_at`). */
export const viewRowOf = (row: unknown): ViewRow => {
  const { id, version, doc, purge_at } = row as {
    id: string
    version: number
    doc: string | null
    purge_at: string | null
  }
  return {
    id,
    version,
    ...(doc === null ? {} : { doc: JSON.parse(doc) as ViewDocument }),
    ...(purge_at === null ? {} : { purgeAt: purge_at as Instant }),
  }
}
