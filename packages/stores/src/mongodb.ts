import {
  createMongoCollection,
  mongoCommandRegistry,
  mongoEventFeed,
  mongoEventStore,
  mongoProgress,
  mongoTenants,
  mongoViewRows,
} from '@awayday/event-sourcing/mongodb'
import type { ServiceManifest } from '@awayday/manifest'
import { mongoPlainRecords } from '@awayday/plain-records/mongodb'
import { MongoClient } from 'mongodb'
import type { OpenStore } from './store.ts'

/**
 * A service's collections in the database that the URL's path names. Connects with the first call and again when the
 * server comes back: a process outlives its database's restart.
 */
export const openMongoDb = (url: string, service: string): OpenStore & { readonly name: 'mongodb' } => {
  const client = new MongoClient(url, { ...TIMEOUTS, appName: `awayday-${service}` })
  const db = client.db(databaseOf(url))
  const collection = (table: string): string => `${service}_${table}`
  return {
    name: 'mongodb',
    db,
    collection,
    events: mongoEventStore(db, collection('events')),
    feed: mongoEventFeed(db, collection('events')),
    progress: mongoProgress(db, collection('control')),
    registry: mongoCommandRegistry(db, collection('control')),
    tenants: mongoTenants(db, collection('control')),
    records: mongoPlainRecords(db, collection('records')),
    views: (table) => mongoViewRows(db, collection(table)),
    [Symbol.asyncDispose]: () => client.close(),
  }
}

/** A URL of several hosts is none to `URL`. */
const databaseOf = (url: string): string => /^[^/]+\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? 'awayday'

/** A silent server is given up before a function's own limit ends it. */
const TIMEOUTS = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 2_000,
  socketTimeoutMS: 5_000,
  waitQueueTimeoutMS: 5_000,
}

export const createMongoTables = async (
  { db, collection }: OpenStore & { readonly name: 'mongodb' },
  { tables }: Pick<ServiceManifest, 'tables'>,
): Promise<void> => {
  for (const [name, table] of Object.entries(tables)) await createMongoCollection(db, collection(name), table)
}
