import type { DatabaseSync } from 'node:sqlite'
import { answered } from '@awayday/event-sourcing/sqlite'
import type { PlainRecord, PlainRecords } from '../../plain-records.port.ts'

export const createRecordTable = (db: DatabaseSync): void =>
  answered('create', () =>
    db.exec(
      `CREATE TABLE IF NOT EXISTS records (
        tenant TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, data TEXT,
        PRIMARY KEY (tenant, kind, id)
      ) STRICT`,
    ),
  )

export const sqlitePlainRecords = (db: DatabaseSync): PlainRecords => {
  createRecordTable(db)
  const one = db.prepare('SELECT kind, id, rev, data FROM records WHERE tenant = ? AND kind = ? AND id = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO records (data, rev, tenant, kind, id) VALUES (?, 1, ?, ?, ?)')
  const update = db.prepare(
    'UPDATE records SET data = ?, rev = rev + 1 WHERE tenant = ? AND kind = ? AND id = ? AND rev = ?',
  )
  const page = db.prepare(
    'SELECT kind, id, rev, data FROM records WHERE tenant = ? AND kind = ? AND id > ? ORDER BY id LIMIT 100',
  )

  return {
    async load(tenant, kind, id) {
      const row = answered('records', () => one.get(tenant, kind, id))
      return row && recordOf(row)
    },

    async save(tenant, { kind, id, data }, seen) {
      const text = data ? JSON.stringify(data) : null
      const { changes } = answered('records', () =>
        seen === 0 ? insert.run(text, tenant, kind, id) : update.run(text, tenant, kind, id, seen),
      )
      return changes === 1
    },

    async *list(tenant, kind, after = '') {
      let last = after
      for (;;) {
        const found = answered('records', () => page.all(tenant, kind, last)).map(recordOf)
        if (found.length === 0) return
        yield* found
        last = found.at(-1)?.id ?? last
      }
    },
  }
}

const recordOf = (row: unknown): PlainRecord => {
  const { kind, id, rev, data } = row as { kind: string; id: string; rev: number; data: string | null }
  return { kind, id, rev, ...(data === null ? {} : { data: JSON.parse(data) as Readonly<Record<string, unknown>> }) }
}
