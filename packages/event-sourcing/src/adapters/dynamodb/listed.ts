import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import { answered } from './answered.ts'
import type { Stored } from './items.ts'

type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } }

/** All items of a partition whose sort key has a prefix, in its order, strongly consistent, page by page; starts after `from`. */
export async function* listed(
  call: string,
  client: DynamoDBClient,
  table: string,
  { pk, prefix = '', from }: { readonly pk: string; readonly prefix?: string; readonly from?: Key | undefined },
): AsyncIterable<Stored> {
  const pages = paginateQuery(
    { client, ...(from ? { startingToken: from } : {}) },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk }, ...(prefix ? { ':prefix': { S: prefix } } : {}) },
    },
  )[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await answered(call, () => pages.next())
    if (done) return
    yield* (value.Items ?? []) as Stored[]
  }
}
