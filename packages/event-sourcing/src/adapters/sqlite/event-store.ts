import type { DatabaseSync } from 'node:sqlite'
import { err, ok } from '@awayday/kernel'
import { appended } from '../../appends.ts'
import type { EventStore } from '../../event-store.port.ts'
import { chain, endAt, headAfter } from '../../head.ts'
import { isOf, type StoredRecord } from '../../record.ts'
import type { StreamName } from '../../stream.ts'
import { answered, durable, isTaken } from './database.ts'
import { groupCommit } from './group-commit.ts'
import { createEventTable } from './tables.ts'

/** One row per append. The unique key is the optimistic lock; an append is one statement. Appends at the same time share a commit. */
export const sqliteEventStore = (db: DatabaseSync): EventStore => {
  createEventTable(durable(db))
  const select = db.prepare(
    'SELECT version, body FROM events WHERE tenant = ? AND stream = ? AND version >= ? ORDER BY version',
  )
  const insert = db.prepare('INSERT INTO events (tenant, stream, version, body) VALUES (?, ?, ?, ?)')
  const one = db.prepare('SELECT version, body FROM events WHERE tenant = ? AND stream = ? AND version = ?')
  const last = db.prepare(
    'SELECT version, body FROM events WHERE tenant = ? AND stream = ? ORDER BY version DESC LIMIT 1',
  )
  const committing = groupCommit(db, 'append')
  const nextStream = db.prepare('SELECT stream FROM events WHERE tenant = ? AND stream > ? ORDER BY stream LIMIT 1')

  return {
    async read({ tenant, name }, after) {
      const rows = answered('read', () => select.all(tenant, name, after?.version ?? 1))
      return chain('sqlite', rows.map(recordOf), after)
    },

    async append({ tenant, name }, head, { body, commandId }) {
      if (head.owner !== 'sqlite') return err({ type: 'Conflict' })
      const record = { version: head.version + 1, body }
      try {
        await committing(() => answered('append', () => insert.run(tenant, name, record.version, body)))
      } catch (cause) {
        if (!isTaken(cause)) throw cause
        const inTheWay = recordOf(answered('append', () => one.get(tenant, name, record.version)))
        return isOf(commandId, inTheWay)
          ? ok({ record: inTheWay, head: headAfter(head, [inTheWay]) })
          : err({ type: 'Conflict' })
      }
      appended(db)
      return ok({ record, head: headAfter(head, [record]) })
    },

    async *heads(tenant, after) {
      let name: string = after ?? ''
      for (;;) {
        const found = answered('heads', () => nextStream.get(tenant, name))
        if (!found) return
        name = String(found['stream'])
        const record = recordOf(answered('heads', () => last.get(tenant, name)))
        yield { stream: { tenant, name: name as StreamName }, head: endAt(record) }
      }
    },
  }
}

/** A fresh object of our own: rows of the driver have no prototype. */
export const recordOf = (row: unknown): StoredRecord => {
  const { version, body } = row as StoredRecord
  return { version, body }
}
