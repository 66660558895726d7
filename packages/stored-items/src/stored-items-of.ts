import { unreachable } from '@awayday/kernel'
import type { OpenStore } from '@awayday/stores'
import { checked } from './checked.ts'
import type { StoredItems } from './stored-items.port.ts'

/** The items of an open store; loads the adapter of that store, and no other. */
export const storedItemsOf = async (store: OpenStore): Promise<StoredItems> => checked(await adapterOf(store))

const adapterOf = async (store: OpenStore): Promise<StoredItems> => {
  switch (store.name) {
    case 'sqlite':
      return (await import('./adapters/sqlite/stored-items.ts')).sqliteStoredItems(store)
    case 'mongodb':
      return (await import('./adapters/mongodb/stored-items.ts')).mongoStoredItems(store)
    case 'dynamodb':
      return (await import('./adapters/dynamodb/stored-items.ts')).dynamoDbStoredItems(store)
    default:
      return unreachable(store)
  }
}
