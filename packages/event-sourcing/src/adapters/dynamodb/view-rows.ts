import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { ViewRows } from '../../view-rows.port.ts'
import { put } from './answered.ts'
import { byKey } from './by-key.ts'
import { viewItem, viewKey, viewRowOf } from './items.ts'
import { listed } from './listed.ts'

/** One item a row, the document as JSON text: questions go by the row's id, which is a path. */
export const dynamoDbViewRows = (client: DynamoDBClient, table: string): ViewRows => {
  const one = byKey('rows.load', client, table)
  return {
    async load(tenant, id) {
      const item = await one(viewKey(tenant, id))
      return item && viewRowOf(item)
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
  }
}
