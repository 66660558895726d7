import type { ServiceManifest } from '@awayday/manifest'
import { type Collection, type StoredItems, storedItemsOf, viewsOf } from '@awayday/stored-items'
import type { OpenStore } from '@awayday/stores'

/** A service's store, opened: where a backup is read from, or restored into. */
export type Place = {
  readonly service: ServiceManifest
  readonly store: OpenStore
  readonly items: StoredItems
}

export const placeOf = async (service: Place['service'], store: OpenStore): Promise<Place> => ({
  service,
  store,
  items: await storedItemsOf(store),
})

/**
 * Progress first, and views before events: whatever is appended meanwhile, a backup's progress claims no record that it
 * lacks, and a row of a view shows none. Notes are written before the event that names them, so records come after events.
 */
export const inOrderOfTaking = (service: Place['service']): readonly Collection[] => [
  'progress',
  ...viewsOf(service),
  'events',
  'records',
  'registry',
]

/**
 * Views and progress first: consumers of a running product that hear of a restored record then find it done, and a record
 * behind the progress finds its rows.
 */
export const inOrderOfRestoring = (service: Place['service']): readonly Collection[] => [
  ...viewsOf(service),
  'progress',
  'records',
  'registry',
  'events',
]
