import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { Progress } from '../../progress.port.ts'
import { answered, put } from './answered.ts'
import { progressItem, progressKey, progressOf, type Stored } from './items.ts'
import { listed } from './listed.ts'

/** In the control table: one item a stream. */
export const dynamoDbProgress = (client: DynamoDBClient, table: string): Progress => ({
  async load(stream) {
    const command = new GetItemCommand({ TableName: table, Key: progressKey(stream), ConsistentRead: true })
    const { Item } = await answered('progress.load', () => client.send(command))
    return Item ? progressOf(Item as Stored) : { stream, rev: 0, done: {} }
  },

  async save({ stream, rev }, next) {
    const written = await put('progress.save', client, {
      TableName: table,
      Item: progressItem(stream, { ...next, rev: rev + 1 }),
      ...(rev === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'rev = :seen', ExpressionAttributeValues: { ':seen': { N: `${rev}` } } }),
    })
    return written.ok
  },

  async *all(tenant, after) {
    const from = after && progressKey({ tenant, name: after })
    for await (const item of listed('progress.all', client, table, { pk: tenant, prefix: 'progress#', from }))
      yield progressOf(item)
  },
})
