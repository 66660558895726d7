import { spend } from '@awayday/meter'
import { estimatedPages, itemBytes, writeUnits } from '@awayday/meter/dynamodb'
import type { Tenants } from '../../../tenants.port.ts'
import { tenantItem } from '../items.ts'

/** Any tenants, spending what the DynamoDB adapter would. All homes' names are about as long. */
export const estimatedTenants = (tenants: Tenants): Tenants => ({
  async settle(tenant, home) {
    const standing = await tenants.settle(tenant, home)
    spend({ writes: writeUnits(itemBytes(tenantItem(tenant, standing))) })
    return standing
  },

  all: () => estimatedPages(tenants.all(), (tenant) => itemBytes(tenantItem(tenant, 'dynamodb'))),
})
