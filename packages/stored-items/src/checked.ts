import { eventPlace, idPlace, recordPlace, streamPlace } from './keys.ts'
import type { Collection, StoredItem, StoredItems } from './stored-items.port.ts'
import {
  progressParts,
  progressValue,
  recordParts,
  recordValue,
  registryParts,
  registryValue,
  viewParts,
  viewValue,
} from './values.ts'

/** Refuses what is none of its collection before a store is asked, so that what is read later is what was written. */
export const checked = (items: StoredItems): StoredItems => ({
  tenants: items.tenants,
  async *pages(tenant, collection, after) {
    if (after !== undefined) placeOf(collection, after)
    yield* items.pages(tenant, collection, after)
  },
  get: async (tenant, collection, keys) => items.get(tenant, collection, keysChecked(collection, keys)),
  load: async (tenant, collection, all) => items.load(tenant, collection, eachChecked(collection, all)),
  copy: async (tenant, collection, all) => items.copy(tenant, collection, eachChecked(collection, all)),
  replace: async (tenant, collection, all) => items.replace(tenant, collection, eachChecked(collection, all)),
  remove: async (tenant, collection, keys) => items.remove(tenant, collection, keysChecked(collection, keys)),
})

const keysChecked = (collection: Collection, keys: readonly string[]): readonly string[] => {
  for (const key of keys) placeOf(collection, key)
  return keys
}

const eachChecked = (collection: Collection, all: readonly StoredItem[]): readonly StoredItem[] => {
  for (const { key, value } of all) {
    placeOf(collection, key)
    if (rewritten(collection, value) !== value) throw new TypeError(`not a value of ${collection}, under ${key}`)
  }
  return all
}

const placeOf = (collection: Collection, key: string): unknown => {
  switch (collection) {
    case 'events':
      return eventPlace(key)
    case 'records':
      return recordPlace(key)
    case 'progress':
      return streamPlace(key)
    default:
      return idPlace(key)
  }
}

/** Taken apart and put together again, as an adapter does between writing and reading. */
const rewritten = (collection: Collection, value: string): string | undefined => {
  switch (collection) {
    case 'events':
      return value || undefined
    case 'records':
      return recordValue(recordParts(value))
    case 'registry':
      return registryValue(registryParts(value))
    case 'progress':
      return progressValue(progressParts(value))
    default:
      return viewValue(viewParts(value))
  }
}
