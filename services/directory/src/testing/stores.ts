import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { createTables, type OpenStore, openStore } from '@awayday/stores'
import service from '../../service.ts'

/** The directory's storage on the test run's servers, made for one suite and taken away with it. */
export type TestStore = { readonly env: NodeJS.ProcessEnv; readonly store: OpenStore } & AsyncDisposable

const settings = {
  AWAYDAY_DATA_DIR: ':memory:', // of the bus
  AWAYDAY_SECRET: 'a secret for the tests on real servers',
  AWAYDAY_DEMO: '1',
  AWAYDAY_METER: 'estimate',
}

export const onMongoDb = async (): Promise<TestStore> => {
  const database = await mongoDatabase()
  return opened({ ...settings, AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: database.url }, database)
}

export const onDynamoDb = async (): Promise<TestStore> => {
  const tables = await dynamoTables()
  const where = { AWAYDAY_DYNAMODB_ENDPOINT: tables.endpoint, AWAYDAY_TABLE_PREFIX: tables.prefix }
  return opened({ ...settings, AWAYDAY_STORE: 'dynamodb', ...where }, tables)
}

const opened = async (env: NodeJS.ProcessEnv, server: AsyncDisposable): Promise<TestStore> => {
  const store = await openStore(env, 'directory')
  await createTables(store, service)
  return {
    env,
    store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
