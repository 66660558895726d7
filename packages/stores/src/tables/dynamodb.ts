import { createDynamoDbTable } from '@awayday/event-sourcing/dynamodb'
import type { ServiceManifest } from '@awayday/manifest'
import { DeleteTableCommand, ResourceNotFoundException, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb'
import type { DynamoDbStore } from '../dynamodb.ts'

// Apart from the store: functions find their tables made, and would load at every cold start what makes them.

export const createDynamoDbTables = async (
  { client, table }: DynamoDbStore,
  { tables }: Pick<ServiceManifest, 'tables'>,
): Promise<void> => {
  await Promise.all(Object.entries(tables).map(([name, { holds }]) => createDynamoDbTable(client, table(name), holds)))
}

export const dropDynamoDbTables = async (
  { client, table }: DynamoDbStore,
  { tables }: Pick<ServiceManifest, 'tables'>,
): Promise<void> => {
  const drop = async (TableName: string): Promise<void> => {
    await client.send(new DeleteTableCommand({ TableName })).catch((cause: unknown) => {
      if (!(cause instanceof ResourceNotFoundException)) throw cause
    })
    await waitUntilTableNotExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 5 }, { TableName })
  }
  await Promise.all(Object.keys(tables).map((name) => drop(table(name))))
}
