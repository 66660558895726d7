import {
  dynamoDbCommandRegistry,
  dynamoDbEventStore,
  dynamoDbProgress,
  dynamoDbTenants,
  dynamoDbViewRows,
} from '@awayday/event-sourcing/dynamodb'
import { meteredClient } from '@awayday/meter/dynamodb'
import { dynamoDbPlainRecords } from '@awayday/plain-records/dynamodb'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import type { OpenStore } from './store.ts'

export type DynamoDbStore = OpenStore & { readonly name: 'dynamodb' }

/** A service's tables. Whatever they are asked reports what it cost to the meter that is running. */
export const openDynamoDb = (env: NodeJS.ProcessEnv, service: string): DynamoDbStore => {
  const config = configOf(env)
  const client = meteredClient(new DynamoDBClient(config))
  const table = (name: string): string => `${env['AWAYDAY_TABLE_PREFIX'] || 'awayday'}-${service}-${name}`
  return {
    name: 'dynamodb',
    client,
    table,
    events: dynamoDbEventStore(client, table('events')),
    feed: feedOf(client, config, table('events')),
    progress: dynamoDbProgress(client, table('control')),
    registry: dynamoDbCommandRegistry(client, table('control')),
    tenants: dynamoDbTenants(client, table('control')),
    records: dynamoDbPlainRecords(client, table('records')),
    views: (name) => dynamoDbViewRows(client, table(name)),
    [Symbol.asyncDispose]: async () => client.destroy(),
  }
}

/** A function on Lambda is handed its batches, so the client of streams is loaded by whoever listens. */
const feedOf = (client: DynamoDBClient, config: DynamoDBClientConfig, table: string): OpenStore['feed'] => ({
  deliver(to) {
    const listening = (async () => {
      const { DynamoDBStreamsClient } = await import('@aws-sdk/client-dynamodb-streams')
      const { dynamoDbEventFeed } = await import('@awayday/event-sourcing/dynamodb/feed')
      const streams = new DynamoDBStreamsClient(config)
      return { streams, feed: dynamoDbEventFeed(client, streams, table).deliver(to) }
    })()
    return {
      async [Symbol.asyncDispose]() {
        const { streams, feed } = await listening
        await feed[Symbol.asyncDispose]()
        streams.destroy()
      },
    }
  },
})

/** Another endpoint than AWS's asks for no real credentials; where some are set, they are used. */
const configOf = (env: NodeJS.ProcessEnv) => {
  const endpoint = env['AWAYDAY_DYNAMODB_ENDPOINT']
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return {
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
    ...(endpoint ? { endpoint, region: env['AWS_REGION'] || 'local' } : {}),
    ...(endpoint && !env['AWS_ACCESS_KEY_ID'] ? { credentials } : {}),
  } satisfies DynamoDBClientConfig
}
