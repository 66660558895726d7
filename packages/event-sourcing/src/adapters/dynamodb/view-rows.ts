import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { ViewRows } from '../../view-rows.port.ts'
import { answered, put } from './answered.ts'
import { type Stored, viewItem, viewKey, viewRowOf } from './items.ts'
import { listed } from './listed.ts'

/** One item a row, the document as JSON text: questions go by the row's id, which is a path. */
export const dynamoDbViewRows = (client: DynamoDBClient, table: string): ViewRows => ({
  async load(tenant, id) {
    const command = new GetItemCommand({ TableName: table, Key: viewKey(tenant, id), ConsistentRead: true })
    const { Item } = await answered('rows.load', () => client.send(command))
    return Item && viewRowOf(Item as Stored)
  },

  async save(tenant, row, seen) {
    const written = await put('rows.save', client, {
      TableName: table,
      Item: viewItem(tenant, row),
      ...(seen === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': { N: `${seen}` } } }),
    })
    return written.ok
  },

  async *all(tenant) {
    for await (const item of listed('rows.all', client, table, { pk: tenant })) if (item.body) yield viewRowOf(item)
  },
})
