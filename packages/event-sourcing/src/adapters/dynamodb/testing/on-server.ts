import { dynamoTables } from '@awayday/contract-testing/servers'
import type { Table } from '@awayday/manifest'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { afterAll } from 'vitest'
import { createDynamoDbTable } from '../tables.ts'

export type Server<Tables extends string> = {
  readonly client: DynamoDBClient
  readonly streams: DynamoDBStreamsClient
  /** Their physical names. */
  readonly tables: Readonly<Record<Tables, string>>
}

/** Tables of this suite's own on the run's DynamoDB, removed after it. All of its clauses share them. */
export const onDynamoDb = async <Tables extends string>(holds: Readonly<Record<Tables, Table['holds']>>) => {
  const place = await dynamoTables()
  const { client, endpoint, name } = place
  const config = { endpoint, region: client.config.region, credentials: client.config.credentials }
  const streams = new DynamoDBStreamsClient(config)
  const names = Object.keys(holds) as Tables[]
  const tables = Object.fromEntries(names.map((table) => [table, name(table)])) as Record<Tables, string>
  await Promise.all(names.map((table) => createDynamoDbTable(client, tables[table], holds[table])))
  afterAll(async () => {
    streams.destroy()
    await place[Symbol.asyncDispose]()
  })

  const server: Server<Tables> = { client, streams, tables }
  const open =
    <Port extends object>(portOf: (server: Server<Tables>) => Port) =>
    async (): Promise<Port & AsyncDisposable> => ({ ...portOf(server), [Symbol.asyncDispose]: async () => {} })
  return { ...server, config, open }
}
