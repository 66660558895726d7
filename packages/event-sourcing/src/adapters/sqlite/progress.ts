import type { DatabaseSync } from 'node:sqlite'
import type { TenantId } from '@awayday/kernel'
import type { Progress, StreamProgress } from '../../progress.port.ts'
import type { StreamName } from '../../stream.ts'
import { answered } from './database.ts'
import { createControlTables } from './tables.ts'

export const sqliteProgress = (db: DatabaseSync): Progress => {
  createControlTables(db)
  const one = db.prepare('SELECT tenant, stream, rev, body FROM progress WHERE tenant = ? AND stream = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO progress (tenant, stream, rev, body) VALUES (?, ?, 1, ?)')
  const update = db.prepare('UPDATE progress SET rev = rev + 1, body = ? WHERE tenant = ? AND stream = ? AND rev = ?')
  const page = db.prepare(
    'SELECT tenant, stream, rev, body FROM progress WHERE tenant = ? AND stream > ? ORDER BY stream LIMIT 100',
  )

  return {
    async load(stream) {
      const row = answered('progress', () => one.get(stream.tenant, stream.name))
      return row ? progressOf(row) : { stream, rev: 0, done: {} }
    },

    async save({ stream: { tenant, name }, rev }, { done, due, parked }) {
      const body = JSON.stringify({ done, due, parked })
      const { changes } = answered('progress', () =>
        rev === 0 ? insert.run(tenant, name, body) : update.run(body, tenant, name, rev),
      )
      return changes === 1
    },

    async *all(tenant, after) {
      let name: string = after ?? ''
      for (;;) {
        const rows = answered('progress', () => page.all(tenant, name))
        if (rows.length === 0) return
        yield* rows.map(progressOf)
        name = String(rows.at(-1)?.['stream'])
      }
    },
  }
}

const progressOf = (row: Record<string, unknown>): StreamProgress => {
  const { tenant, stream, rev, body } = row as { tenant: TenantId; stream: StreamName; rev: number; body: string }
  return { stream: { tenant, name: stream }, rev, ...(JSON.parse(body) as Omit<StreamProgress, 'stream' | 'rev'>) }
}
