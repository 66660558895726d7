import type { TenantId } from '@awayday/kernel'
import { spend } from '@awayday/meter'
import { estimatedPages, itemBytes, readUnits, writeUnits } from '@awayday/meter/dynamodb'
import type { RouteRow, Tenants } from '../../../tenants.port.ts'
import { tenantItem } from '../items.ts'

/** Any tenants, spending what the DynamoDB adapter would. All homes' names are about as long. */
export const estimatedTenants = (tenants: Tenants): Tenants => ({
  async settle(tenant, home) {
    const standing = await tenants.settle(tenant, home)
    spend('tenants.settle', { writes: writeUnits(bytesOf(tenant, { home: standing, epoch: 0, rev: 1 })) })
    return standing
  },

  async route(tenant) {
    const row = await tenants.route(tenant)
    spend('tenants.route', { reads: readUnits(row ? bytesOf(tenant, row) : 0) })
    return row
  },

  async reroute(tenant, route, seen) {
    const written = await tenants.reroute(tenant, route, seen)
    spend('tenants.reroute', { writes: writeUnits(bytesOf(tenant, { ...route, rev: seen + 1 })) })
    return written
  },

  all: () =>
    estimatedPages('tenants.all', tenants.all(), (tenant) => bytesOf(tenant, { home: 'dynamodb', epoch: 0, rev: 1 })),
})

const bytesOf = (tenant: TenantId, row: RouteRow): number => itemBytes(tenantItem(tenant, row))
