import { stoppedClock } from '@awayday/clock'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { createTables, openStore } from '@awayday/stores'
import { compose } from '#composition/compose.ts'
import service from '../../service.ts'
import { furnished, type Office } from './office.ts'

/** An office on a store of its own, as a deployment's environment names it. Closing it leaves nothing behind. */
export const sqliteOffice = (): Promise<Office & AsyncDisposable> => opened({ AWAYDAY_STORE: 'sqlite' })

export const mongoDbOffice = async (): Promise<Office & AsyncDisposable> => {
  const database = await mongoDatabase()
  return opened({ AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: database.url }, database)
}

export const dynamoDbOffice = async (): Promise<Office & AsyncDisposable> => {
  const { endpoint, prefix, ...tables } = await dynamoTables()
  const env = { AWAYDAY_DYNAMODB_ENDPOINT: endpoint, AWAYDAY_TABLE_PREFIX: prefix }
  return opened({ AWAYDAY_STORE: 'dynamodb', ...env }, tables)
}

let offices = 0
const opened = async (env: NodeJS.ProcessEnv, server?: AsyncDisposable): Promise<Office & AsyncDisposable> => {
  const whole = {
    ...env,
    AWAYDAY_DATA_DIR: ':memory:',
    AWAYDAY_SECRET: `a secret of its own for office ${++offices} ....`,
  }
  const store = await openStore(whole, 'leave')
  await createTables(store, service)
  const clock = stoppedClock('2026-05-04T08:00:00.000Z')
  const office = await furnished(await compose(whole, { clock }), clock, `office-${offices}`)
  return {
    ...office,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await server?.[Symbol.asyncDispose]()
    },
  }
}
