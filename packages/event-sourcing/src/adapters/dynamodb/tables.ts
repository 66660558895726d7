import type { Table } from '@awayday/manifest'
import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { answered } from './answered.ts'
import { shapeOfTable } from './table-shape.ts'

/** Makes a table if it is missing, and waits until it can be used. Safe to repeat, and for several processes at once. */
export const createDynamoDbTable = (client: DynamoDBClient, name: string, holds: Table['holds']): Promise<void> =>
  answered('create', async () => {
    await client.send(new CreateTableCommand(shape(name, holds))).catch((cause: unknown) => {
      if (!(cause instanceof ResourceInUseException)) throw cause
    })
    await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1, maxDelay: 5 }, { TableName: name })
    const { ttl } = shapeOfTable(holds)
    if (ttl) await forget(client, name, ttl)
  })

/** Pay per request. */
const shape = (name: string, holds: Table['holds']) => {
  const { keys, stream } = shapeOfTable(holds)
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: keys.map((key) => ({ AttributeName: key.name, AttributeType: 'S' as const })),
    KeySchema: keys.map((key) => ({ AttributeName: key.name, KeyType: key.type })),
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } }),
  }
}

/** DynamoDB forgets what has expired about two days late, which no reader notices. */
const forget = async (client: DynamoDBClient, TableName: string, AttributeName: string): Promise<void> => {
  if (await forgets(client, TableName)) return
  const TimeToLiveSpecification = { AttributeName, Enabled: true }
  try {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }))
  } catch (cause) {
    if (!(await forgets(client, TableName))) throw cause // else another process was first
  }
}

const forgets = async (client: DynamoDBClient, TableName: string): Promise<boolean> => {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }))
  return TimeToLiveDescription?.TimeToLiveStatus?.startsWith('ENABL') ?? false // ENABLED or ENABLING
}
