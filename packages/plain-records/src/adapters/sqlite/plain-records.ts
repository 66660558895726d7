import type { DatabaseSync } from 'node:sqlite'
import { answered } from '@awayday/event-sourcing/sqlite'
import type { PlainRecord, PlainRecords } from '../../plain-records.port.ts'

export const createRecordTable = (db: DatabaseSync): void =>
  answered('create', () =>
    db.exec(
      `CREATE TABLE IF NOT EXISTS records (
        tenant TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, data TEXT, moved TEXT,
        PRIMARY KEY (tenant, kind, id)
      ) STRICT`,
    ),
  )

export const sqlitePlainRecords = (db: DatabaseSync): PlainRecords => {
  createRecordTable(db)
  const one = db.prepare(`SELECT ${FIELDS} FROM records WHERE tenant = ? AND kind = ? AND id = ?`)
  const insert = db.prepare(
    'INSERT OR IGNORE INTO records (data, moved, rev, tenant, kind, id) VALUES (?, ?, 1, ?, ?, ?)',
  )
  const update = db.prepare(
    'UPDATE records SET data = ?, moved = ?, rev = rev + 1 WHERE tenant = ? AND kind = ? AND id = ? AND rev = ?',
  )
  const upsert = db.prepare(
    `INSERT INTO records (data, moved, rev, tenant, kind, id) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET data = excluded.data, moved = excluded.moved, rev = excluded.rev
     WHERE records.rev < excluded.rev`,
  )
  const page = db.prepare(
    `SELECT ${FIELDS} FROM records WHERE tenant = ? AND kind = ? AND id > ? ORDER BY id LIMIT 100`,
  )

  return {
    async load(tenant, kind, id) {
      const row = answered('records', () => one.get(tenant, kind, id))
      return row && recordOf(row)
    },

    async save(tenant, record, seen) {
      const { kind, id } = record
      const { changes } = answered('records', () =>
        seen === 0
          ? insert.run(...texts(record), tenant, kind, id)
          : update.run(...texts(record), tenant, kind, id, seen),
      )
      return changes === 1
    },

    async copy(tenant, record) {
      const { kind, id, rev } = record
      const { changes } = answered('records', () => upsert.run(...texts(record), rev, tenant, kind, id))
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

const FIELDS = 'kind, id, rev, data, moved'

const texts = ({ data, moved }: Omit<PlainRecord, 'rev'>) =>
  [data ? JSON.stringify(data) : null, moved ? JSON.stringify(moved) : null] as const

const recordOf = (row: unknown): PlainRecord => {
  const { kind, id, rev, data, moved } = row as Pick<PlainRecord, 'kind' | 'id' | 'rev'> & {
    readonly data: string | null
    readonly moved: string | null
  }
  return {
    kind,
    id,
    rev,
    ...(data === null ? {} : { data: JSON.parse(data) as NonNullable<PlainRecord['data']> }),
    ...(moved === null ? {} : { moved: JSON.parse(moved) as NonNullable<PlainRecord['moved']> }),
  }
}
