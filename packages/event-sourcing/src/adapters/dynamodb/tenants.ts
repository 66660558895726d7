import type { TenantId } from '@awayday/kernel'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { StoreName } from '../../head.ts'
import type { Tenants } from '../../tenants.port.ts'
import { put } from './answered.ts'
import { TENANTS, tenantItem, text } from './items.ts'
import { listed } from './listed.ts'

/** In the control table, under a partition of their own, so that they can be listed. */
export const dynamoDbTenants = (client: DynamoDBClient, table: string): Tenants => ({
  async settle(tenant, home) {
    const written = await put('tenants', client, {
      TableName: table,
      Item: tenantItem(tenant, home),
      ConditionExpression: 'attribute_not_exists(pk)',
    })
    return written.ok ? home : (text(written.error?.home) as StoreName)
  },

  async *all() {
    for await (const { sk } of listed('tenants', client, table, { pk: TENANTS })) yield text(sk) as TenantId
  },
})
