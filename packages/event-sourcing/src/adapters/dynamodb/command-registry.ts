import type { Instant } from '@awayday/kernel'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type CommandRegistry, notedAt } from '../../command-registry.port.ts'
import { put } from './answered.ts'
import { registeredOf, registryItem, text } from './items.ts'

/** In the control table. An item that has expired counts as gone, whether DynamoDB has removed it or not. */
export const dynamoDbCommandRegistry = (client: DynamoDBClient, table: string): CommandRegistry => ({
  async note(key, use, at) {
    const written = await put('registry.note', client, {
      TableName: table,
      Item: registryItem(key, use, at),
      ConditionExpression: 'attribute_not_exists(pk) OR expires <= :at',
      ExpressionAttributeValues: { ':at': { S: at } },
    })
    if (written.ok) return { first: use, at, again: false }
    const standing = written.error ?? {}
    return { first: registeredOf(standing), at: notedAt(text(standing.expires) as Instant), again: true }
  },
})
