import { DeleteTableCommand, DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb'
import { endpointsOf, uniqueName } from './endpoints.ts'

/** Room for tables on the test run's DynamoDB: every table whose name `name` has made is deleted on disposal. */
export type DynamoTables = {
  readonly client: DynamoDBClient
  readonly endpoint: string
  readonly prefix: string
  readonly name: (table: string) => string
} & AsyncDisposable

export const dynamoTables = async (): Promise<DynamoTables> => {
  const { dynamoDbEndpoint, run } = endpointsOf(process.env)
  const prefix = uniqueName(run)
  const client = dynamoDbClient(dynamoDbEndpoint)
  return {
    client,
    endpoint: dynamoDbEndpoint,
    prefix,
    name: (table) => `${prefix}-${table}`,
    async [Symbol.asyncDispose]() {
      for (const TableName of await tablesOf(client, prefix)) await client.send(new DeleteTableCommand({ TableName }))
      client.destroy()
    },
  }
}

/** DynamoDB Local takes any region and credentials, but keeps the tables of each apart: so all tests name these. */
export const dynamoDbClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 5,
  })

export const tablesOf = async (client: DynamoDBClient, prefix: string): Promise<readonly string[]> => {
  const tables: string[] = []
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) tables.push(...TableNames)
  return tables.filter((table) => table.startsWith(prefix))
}
