import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { createTables, openStore } from '@awayday/stores'
import type { StoreWithItems } from '../stored-items.contract.ts'
import { storedItemsOf } from '../stored-items-of.ts'
import { manifest } from './on-sqlite.ts'

type Opened = StoreWithItems & AsyncDisposable

/** A database of this suite's own on the run's MongoDB. */
export const onMongoDb = async (): Promise<Opened> => {
  await using stack = new AsyncDisposableStack()
  const { url } = stack.use(await mongoDatabase())
  return await opened(stack, { AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: url })
}

/** Tables of this suite's own on the run's DynamoDB. */
export const onDynamoDb = async (): Promise<Opened> => {
  await using stack = new AsyncDisposableStack()
  const { endpoint, prefix } = stack.use(await dynamoTables())
  return await opened(stack, {
    AWAYDAY_STORE: 'dynamodb',
    AWAYDAY_DYNAMODB_ENDPOINT: endpoint,
    AWAYDAY_TABLE_PREFIX: prefix,
  })
}

const opened = async (stack: AsyncDisposableStack, env: NodeJS.ProcessEnv): Promise<Opened> => {
  const store = stack.use(await openStore(env, manifest.name))
  await createTables(store, manifest)
  const items = await storedItemsOf(store)
  const all = stack.move()
  return { store, items, [Symbol.asyncDispose]: () => all.disposeAsync() }
}
