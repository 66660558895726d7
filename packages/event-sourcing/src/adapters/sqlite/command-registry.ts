import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@awayday/kernel'
import { commandId } from '../../command.ts'
import { type CommandRegistry, expiryOf, notedAt, type Registered } from '../../command-registry.port.ts'
import { answered } from './database.ts'
import { createControlTables } from './tables.ts'

export const sqliteCommandRegistry = (db: DatabaseSync): CommandRegistry => {
  createControlTables(db)
  const insert = db.prepare(
    `INSERT INTO registry (tenant, id, digest, stream, expires) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tenant, id) DO UPDATE
     SET digest = excluded.digest, stream = excluded.stream, expires = excluded.expires
     WHERE registry.expires <= ?`,
  )
  const one = db.prepare('SELECT digest, stream, expires FROM registry WHERE tenant = ? AND id = ?')

  return {
    async note(key, use, at) {
      const [tenant, id] = [key.tenant, commandId(key)]
      const noted = answered('registry', () => insert.run(tenant, id, use.digest, use.stream, expiryOf(at), at))
      if (noted.changes === 1) return { first: use, at, again: false }
      const row = answered('registry', () => one.get(tenant, id))
      const { digest, stream, expires } = row as Registered & { readonly expires: Instant }
      return { first: { digest, stream }, at: notedAt(expires), again: true }
    },
  }
}
