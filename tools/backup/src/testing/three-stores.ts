import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import type { StoreName } from '@awayday/event-sourcing'
import { openStore } from '@awayday/stores'
import type { Place } from '../place.ts'
import { readied } from './places.ts'

/** A place of each kind, on servers of the test run: of its own database, or with its own tables. */
export const threePlaces = async (): Promise<
  { readonly places: Readonly<Record<StoreName, Place>> } & AsyncDisposable
> => {
  await using stack = new AsyncDisposableStack()
  const { url } = stack.use(await mongoDatabase())
  const { endpoint, prefix } = stack.use(await dynamoTables())
  const opened = async (env: NodeJS.ProcessEnv) => readied(stack.use(await openStore(env, 'leave')))
  const places = {
    sqlite: await opened({ AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_TABLE_PREFIX: prefix }), // one of its own for every prefix
    mongodb: await opened({ AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: url }),
    dynamodb: await opened({
      AWAYDAY_STORE: 'dynamodb',
      AWAYDAY_DYNAMODB_ENDPOINT: endpoint,
      AWAYDAY_TABLE_PREFIX: prefix,
    }),
  }
  const all = stack.move()
  return { places, [Symbol.asyncDispose]: () => all.disposeAsync() }
}
