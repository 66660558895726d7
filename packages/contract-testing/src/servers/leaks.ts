import { MongoClient } from 'mongodb'
import { dynamoDbClient, tablesOf } from './dynamo-tables.ts'
import { type Endpoints, markOf } from './endpoints.ts'

/** What a run has left on its servers, each by name. Every suite removes what it makes, so after a run there is nothing. */
export const leaksOf = async ({ mongoDbUrl, dynamoDbEndpoint, run }: Endpoints): Promise<readonly string[]> => [
  ...(await databasesOf(mongoDbUrl, markOf(run))).map((name) => `database ${name}`),
  ...(await tablesAt(dynamoDbEndpoint, markOf(run))).map((name) => `table ${name}`),
]

const databasesOf = async (url: string, prefix: string): Promise<readonly string[]> => {
  await using client = await new MongoClient(url).connect()
  const { databases } = await client.db().admin().listDatabases()
  return databases.map(({ name }) => name).filter((name) => name.startsWith(prefix))
}

const tablesAt = async (endpoint: string, prefix: string): Promise<readonly string[]> => {
  const client = dynamoDbClient(endpoint)
  try {
    return await tablesOf(client, prefix)
  } finally {
    client.destroy()
  }
}
