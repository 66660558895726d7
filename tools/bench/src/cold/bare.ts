import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

const endpoint = process.env['AWAYDAY_DYNAMODB_ENDPOINT'] ?? ''
const client = new DynamoDBClient({
  endpoint,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

/** The least that a function with a table can be: a client, and one read of it where it is asked for. */
export const handler = async ({ table }: { readonly table?: string }) => {
  if (table === undefined) return { statusCode: 200, body: client.constructor.name }
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: { pk: { S: 'none' }, sk: { S: 'none' } }, ConsistentRead: true }),
  )
  return { statusCode: Item ? 200 : 404 }
}
