import { unreachable } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import type { OpenStore } from './store.ts'

/** Makes the tables and indexes of a manifest that are missing. */
export const createTables = async (store: OpenStore, manifest: ServiceManifest): Promise<void> => {
  switch (store.name) {
    case 'sqlite': {
      const { createSqliteTables } = await import('./sqlite.ts')
      return createSqliteTables(store.db, manifest)
    }
    case 'mongodb': {
      const { createMongoTables } = await import('./mongodb.ts')
      return createMongoTables(store, manifest)
    }
    case 'dynamodb': {
      const { createDynamoDbTables } = await import('./tables/dynamodb.ts')
      return createDynamoDbTables(store, manifest)
    }
    default:
      return unreachable(store)
  }
}
