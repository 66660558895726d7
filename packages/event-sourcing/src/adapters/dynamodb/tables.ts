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

/** Makes a table if it is missing, and waits until it can be used. Safe to repeat, and for several processes at once. */
export const createDynamoDbTable = (client: DynamoDBClient, name: string, holds: Table['holds']): Promise<void> =>
  answered('create', async () => {
    await client.send(new CreateTableCommand(shape(name, holds))).catch((cause: unknown) => {
      if (!(cause instanceof ResourceInUseException)) throw cause
    })
    await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1, maxDelay: 5 }, { TableName: name })
    if (EXPIRE.has(holds)) await forget(client, name)
  })

/** Pay per request, no index: whatever is asked is a key or a range of keys. */
const shape = (name: string, holds: Table['holds']) => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' as const },
    { AttributeName: 'sk', AttributeType: 'S' as const },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  ...(holds === 'events' ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const } } : {}),
})

/** Registry rows and tombstones; DynamoDB forgets them about two days late, which no reader notices. */
const EXPIRE: ReadonlySet<Table['holds']> = new Set(['control', 'views'])

const forget = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  if (await forgets(client, TableName)) return
  const TimeToLiveSpecification = { AttributeName: 'ttl', Enabled: true }
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
