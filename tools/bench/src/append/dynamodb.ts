import { dynamoTables } from '@awayday/contract-testing/servers'
import { eventTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { interleave } from '../interleave.ts'
import { table } from '../report.ts'
import { appendsOf, writesOf } from './rates.ts'
import { tenant } from './record.ts'

/** DynamoDB Local needs some thousand calls before its speed settles; the first round, which is not counted, has them. */
const APPENDS = 700
const ROUNDS = 9

/** The store as functions open it, beside the SDK's client with the same conditional put. */
export const benchDynamoDb = async (): Promise<string> => {
  await using server = await dynamoTables()
  const env = {
    AWAYDAY_STORE: 'dynamodb',
    AWAYDAY_DYNAMODB_ENDPOINT: server.endpoint,
    AWAYDAY_TABLE_PREFIX: server.prefix,
  }
  await using store = await openStore(env, 'bench')
  await createTables(store, { name: 'bench', root: import.meta.url, functions: {}, tables: { events: eventTable() } })
  const TableName = `${server.prefix}-bench-events`
  const put = (stream: string, version: number, body: string) =>
    server.client.send(
      new PutItemCommand({
        TableName,
        Item: { pk: { S: tenant }, sk: { S: `${stream}#${String(version).padStart(10, '0')}` }, body: { S: body } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )

  const medians = await interleave({ bare: writesOf(put, APPENDS), ours: appendsOf(store.events, APPENDS) }, ROUNDS)
  return table({
    title: 'Appends one after another, DynamoDB',
    unit: '/s',
    decimals: 0,
    floor: { what: 'the bare SDK client: a conditional PutItem', figure: medians.bare },
    lines: [{ what: 'ours: record made, chained, appended', figure: medians.ours, target: { atLeast: 0.95 } }],
  })
}
