/** The stores that are servers: run by `pnpm bench` through with-servers, which finds or starts them. */
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { eventTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import { table } from '../report.ts'
import { delivered } from './delivered.ts'

const RECORDS = 10_000

const said = async (title: string, env: NodeJS.ProcessEnv): Promise<string> => {
  await using store = await openStore(env, 'bench')
  await createTables(store, { name: 'bench', root: import.meta.url, functions: {}, tables: { events: eventTable() } })
  return table({ title, ...(await delivered(store, RECORDS)) })
}

await using mongo = await mongoDatabase()
console.log(
  await said('A bulk load while the feed listens, MongoDB', {
    AWAYDAY_STORE: 'mongodb',
    AWAYDAY_MONGODB_URL: mongo.url,
  }),
)
await using dynamo = await dynamoTables()
const env = { AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint, AWAYDAY_TABLE_PREFIX: dynamo.prefix }
console.log(await said('A bulk load while the feed listens, DynamoDB', { AWAYDAY_STORE: 'dynamodb', ...env }))
