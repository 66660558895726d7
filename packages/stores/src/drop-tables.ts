import { unreachable } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import type { OpenStore } from './store.ts'

/** A store on a server. SQLite's is a file, which whoever keeps it removes. */
export type ServerStore = Exclude<OpenStore, { readonly name: 'sqlite' }>

/** Removes the tables of a manifest with all that is in them; those that are not there are none to remove. */
export const dropTables = async (store: ServerStore, { tables }: Pick<ServiceManifest, 'tables'>): Promise<void> => {
  switch (store.name) {
    case 'mongodb':
      for (const table of Object.keys(tables)) await store.db.dropCollection(store.collection(table))
      return
    case 'dynamodb': {
      const { dropDynamoDbTables } = await import('./tables/dynamodb.ts')
      return dropDynamoDbTables(store, { tables })
    }
    default:
      return unreachable(store)
  }
}
