import { unreachable } from '@awayday/kernel'
import type { Table } from '@awayday/manifest'
import { type Db, type IndexDescription, MongoServerError } from 'mongodb'
import { answered } from './answered.ts'

/** Makes the indexes of a collection that are missing; the collection comes with them. Safe to repeat. */
export const createMongoCollection = (db: Db, collection: string, table: Table): Promise<void> =>
  answered('create', async () => {
    await db.createCollection(collection).catch((cause: unknown) => {
      if (!isThere(cause)) throw cause
    })
    const indexes = indexesOf(table)
    if (indexes.length > 0) await db.collection(collection).createIndexes([...indexes])
  })

const indexesOf = (table: Table): readonly IndexDescription[] => {
  switch (table.holds) {
    case 'events':
      return [{ name: 'seen', key: { seen: 1 } }] // what the feed polls
    case 'control':
      return [{ name: 'ttl', key: { ttl: 1 }, expireAfterSeconds: 0 }]
    case 'records':
      return []
    case 'views':
      return [
        { name: 'ttl', key: { ttl: 1 }, expireAfterSeconds: 0 },
        ...Object.entries(table.indexes).map(([name, fields]) => ({
          name,
          key: Object.fromEntries(['_id.tenant', ...fields.map((field) => `doc.${field}`)].map((path) => [path, 1])),
        })),
      ]
    default:
      return unreachable(table)
  }
}

/** NamespaceExists: another process was first. */
const isThere = (cause: unknown): boolean => cause instanceof MongoServerError && cause.code === 48
