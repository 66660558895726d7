import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { controlTable, eventTable, recordTable, type ServiceManifest, viewTable } from '@awayday/manifest'
import { createTables } from '../create-tables.ts'
import { openStore } from '../open-store.ts'
import type { OpenStore } from '../store.ts'

export const manifest: ServiceManifest = {
  name: 'leave',
  root: import.meta.url,
  functions: {},
  tables: {
    events: eventTable(),
    control: controlTable(),
    records: recordTable(),
    views: viewTable({ byTeam: ['team', 'from'] }),
  },
}

/** Settings for each store, on servers of the test run; whatever is made there is removed on disposal. */
export const threeStores = async () => {
  const mongo = await mongoDatabase()
  const dynamo = await dynamoTables()
  const settings = {
    sqlite: { AWAYDAY_DATA_DIR: ':memory:' },
    mongodb: { AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: mongo.url },
    dynamodb: {
      AWAYDAY_STORE: 'dynamodb',
      AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint,
      AWAYDAY_TABLE_PREFIX: dynamo.prefix,
    },
  }
  return {
    settings,
    async open(name: keyof typeof settings): Promise<OpenStore> {
      const store = await openStore(settings[name], manifest.name)
      await createTables(store, manifest)
      return store
    },
    async [Symbol.asyncDispose]() {
      await mongo[Symbol.asyncDispose]()
      await dynamo[Symbol.asyncDispose]()
    },
  }
}
