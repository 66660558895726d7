import type { DatabaseSync } from 'node:sqlite'
import type { TenantId } from '@awayday/kernel'
import { routeRow, routeText } from '../../route-text.ts'
import type { RouteRow, Tenants } from '../../tenants.port.ts'
import { answered } from './database.ts'
import { createControlTables } from './tables.ts'

export const sqliteTenants = (db: DatabaseSync): Tenants => {
  createControlTables(db)
  const insert = db.prepare('INSERT OR IGNORE INTO tenants (home, route, rev, tenant) VALUES (?, ?, 1, ?)')
  const update = db.prepare('UPDATE tenants SET home = ?, route = ?, rev = rev + 1 WHERE tenant = ? AND rev = ?')
  const one = db.prepare('SELECT home, route, rev FROM tenants WHERE tenant = ?')
  const page = db.prepare('SELECT tenant FROM tenants WHERE tenant > ? ORDER BY tenant LIMIT 100')
  const standing = (tenant: TenantId): RouteRow | undefined => {
    const row = answered('tenants', () => one.get(tenant))
    return row && routeRow(String(row['home']), Number(row['rev']), row['route'] as string | null)
  }

  return {
    async settle(tenant, home) {
      const known = standing(tenant)
      if (known) return known.home
      answered('tenants', () => insert.run(home, null, tenant))
      return standing(tenant)?.home ?? home
    },

    async route(tenant) {
      return standing(tenant)
    },

    async reroute(tenant, { home, ...rest }, seen) {
      const text = routeText(rest) ?? null
      const { changes } = answered('tenants', () =>
        seen === 0 ? insert.run(home, text, tenant) : update.run(home, text, tenant, seen),
      )
      return changes === 1
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
