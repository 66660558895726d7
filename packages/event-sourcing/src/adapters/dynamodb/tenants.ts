import type { TenantId } from '@awayday/kernel'
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { StoreName } from '../../store-name.ts'
import type { Tenants } from '../../tenants.port.ts'
import { answered, put } from './answered.ts'
import { routeOf, type Stored, TENANTS, tenantItem, tenantKey, text } from './items.ts'
import { listed } from './listed.ts'

/** In the control table, under a partition of their own, so that they can be listed. */
export const dynamoDbTenants = (client: DynamoDBClient, table: string): Tenants => ({
  async settle(tenant, home) {
    const written = await put('tenants.settle', client, {
      TableName: table,
      Item: tenantItem(tenant, { home, epoch: 0, rev: 1 }),
      ConditionExpression: 'attribute_not_exists(pk)',
    })
    return written.ok ? home : (text(written.error?.home) as StoreName)
  },

  async route(tenant) {
    const command = new GetItemCommand({ TableName: table, Key: tenantKey(tenant), ConsistentRead: true })
    const { Item } = await answered('tenants.route', () => client.send(command))
    return Item && routeOf(Item as Stored)
  },

  async reroute(tenant, route, seen) {
    const written = await put('tenants.reroute', client, {
      TableName: table,
      Item: tenantItem(tenant, { ...route, rev: seen + 1 }),
      ...(seen === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'rev = :seen', ExpressionAttributeValues: { ':seen': { N: `${seen}` } } }),
    })
    return written.ok
  },

  async *all() {
    for await (const { sk } of listed('tenants.all', client, table, { pk: TENANTS })) yield text(sk) as TenantId
  },
})
