import type { DatabaseSync } from 'node:sqlite'
import type { TenantId } from '@awayday/kernel'
import type { StoreName } from '../../head.ts'
import type { Tenants } from '../../tenants.port.ts'
import { answered } from './database.ts'
import { createControlTables } from './tables.ts'

export const sqliteTenants = (db: DatabaseSync): Tenants => {
  createControlTables(db)
  const insert = db.prepare('INSERT OR IGNORE INTO tenants (tenant, home) VALUES (?, ?)')
  const home = db.prepare('SELECT home FROM tenants WHERE tenant = ?')
  const page = db.prepare('SELECT tenant FROM tenants WHERE tenant > ? ORDER BY tenant LIMIT 100')

  return {
    async settle(tenant, wanted) {
      const standing = (): StoreName | undefined =>
        answered('tenants', () => home.get(tenant))?.['home'] as StoreName | undefined
      const known = standing()
      if (known) return known
      answered('tenants', () => insert.run(tenant, wanted))
      return standing() ?? wanted
    },

    async *all() {
      let tenant = ''
      for (;;) {
        const rows = answered('tenants', () => page.all(tenant))
        if (rows.length === 0) return
        yield* rows.map((row) => row['tenant'] as TenantId)
        tenant = String(rows.at(-1)?.['tenant'])
      }
    },
  }
}
