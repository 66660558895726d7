import { openLocalBus } from '@awayday/bus/local'
import { stoppedClock } from '@awayday/clock'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { listed } from '@awayday/event-sourcing/dynamodb'
import { type TenantId, unreachable } from '@awayday/kernel'
import { createTables, type OpenStore, openStore } from '@awayday/stores'
import { compose } from '#composition/compose.ts'
import service from '../../service.ts'
import { furnished, type Office } from './office.ts'

/** An office on a store of its own, as a deployment's environment names it. Closing it leaves nothing behind. */
export type StoredOffice = Office & AsyncDisposable & { readonly store: OpenStore }

export const sqliteOffice = (name?: string): Promise<StoredOffice> => opened({ AWAYDAY_STORE: 'sqlite' }, name)

export const mongoDbOffice = async (name?: string): Promise<StoredOffice> => {
  const database = await mongoDatabase()
  return opened({ AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: database.url }, name, database)
}

export const dynamoDbOffice = async (name?: string): Promise<StoredOffice> => {
  const { endpoint, prefix, ...tables } = await dynamoTables()
  const env = { AWAYDAY_DYNAMODB_ENDPOINT: endpoint, AWAYDAY_TABLE_PREFIX: prefix }
  return opened({ AWAYDAY_STORE: 'dynamodb', ...env }, name, tables)
}

let offices = 0
const opened = async (env: NodeJS.ProcessEnv, name = 'office', server?: AsyncDisposable): Promise<StoredOffice> => {
  const secret = `a secret of its own for office number ${++offices}`
  const whole = { ...env, AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: secret, AWAYDAY_METER: 'estimate' }
  const store = await openStore(whole, 'leave')
  await createTables(store, service)
  const clock = stoppedClock('2026-05-04T08:00:00.000Z')
  const office = await furnished(await compose(whole, { clock }), clock, name)
  return {
    ...office,
    store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await server?.[Symbol.asyncDispose]()
    },
  }
}

/** All that lies in each table of the store, and in the bus beside it, as text. */
export const everythingStored = async ({ store, tenant }: StoredOffice): Promise<Readonly<Record<string, string>>> => {
  const { db } = openLocalBus(':memory:')
  const bus = JSON.stringify(db.prepare('SELECT * FROM event').all())
  const tables = await Promise.all(
    Object.keys(service.tables).map(
      async (table) => [table, JSON.stringify(await contentOf(store, table, tenant))] as const,
    ),
  )
  return { bus, ...Object.fromEntries(tables) }
}

const contentOf = async (store: OpenStore, table: string, tenant: TenantId): Promise<readonly unknown[]> => {
  switch (store.name) {
    case 'sqlite': {
      const names = table === 'control' ? ['progress', 'registry', 'tenants'] : [table]
      return names.flatMap((name) => store.db.prepare(`SELECT * FROM ${name}`).all())
    }
    case 'mongodb':
      return store.db.collection(store.collection(table)).find().toArray()
    case 'dynamodb': {
      const items: unknown[] = []
      for await (const item of listed('test', store.client, store.table(table), { pk: tenant })) items.push(item)
      return items
    }
    default:
      return unreachable(store)
  }
}
