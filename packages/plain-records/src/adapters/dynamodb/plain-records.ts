import { answered, listed, put, type Stored } from '@awayday/event-sourcing/dynamodb'
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { PlainRecords } from '../../plain-records.port.ts'
import { recordItem, recordKey, recordOf } from './items.ts'

export const dynamoDbPlainRecords = (client: DynamoDBClient, table: string): PlainRecords => ({
  async load(tenant, kind, id) {
    const command = new GetItemCommand({ TableName: table, Key: recordKey(tenant, kind, id), ConsistentRead: true })
    const { Item } = await answered('records.load', () => client.send(command))
    return Item && recordOf(Item as Stored)
  },

  async save(tenant, record, seen) {
    const written = await put('records.save', client, {
      TableName: table,
      Item: recordItem(tenant, { ...record, rev: seen + 1 }),
      ...(seen === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'rev = :seen', ExpressionAttributeValues: { ':seen': { N: `${seen}` } } }),
    })
    return written.ok
  },

  async copy(tenant, record) {
    const written = await put('records.copy', client, {
      TableName: table,
      Item: recordItem(tenant, record),
      ConditionExpression: 'attribute_not_exists(pk) OR rev < :rev',
      ExpressionAttributeValues: { ':rev': { N: `${record.rev}` } },
    })
    return written.ok
  },

  async *list(tenant, kind, after) {
    const from = after === undefined ? undefined : recordKey(tenant, kind, after)
    for await (const item of listed('records.list', client, table, { pk: tenant, prefix: `${kind}#`, from }))
      yield recordOf(item)
  },
})
