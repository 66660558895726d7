import { StoreUnavailable } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { compareAge } from './age.ts'
import type { Clash, Collection, StoredItem, StoredItems } from './stored-items.port.ts'

/** An item to write, if what is there is still `here` (undefined: nothing). */
export type Placing = { readonly coming: StoredItem; readonly here: StoredItem | undefined }

/** Writes each if what is there is as it says; in their order, as far as it goes. Answers what may not have been written. */
export type Place = (
  tenant: TenantId,
  collection: Collection,
  placings: readonly Placing[],
) => Promise<readonly StoredItem[]>

/** `copy` of every store, over its readings and conditional writes: looks, writes what is missing or older, and looks again at what was refused. */
export const copying =
  (get: StoredItems['get'], place: Place): StoredItems['copy'] =>
  async (tenant, collection, items) => {
    const clashes: Clash[] = []
    let left = items
    for (let tries = 0; left.length > 0; tries++) {
      if (tries > TRIES) throw new StoreUnavailable('somebody else keeps writing what is being copied')
      const keys = left.map(({ key }) => key)
      const there = new Map((await get(tenant, collection, keys)).map((item) => [item.key, item]))
      const placings: Placing[] = []
      for (const coming of left) {
        const here = there.get(coming.key)
        if (here?.value === coming.value) continue
        const age = here ? compareAge(collection, coming.value, here.value) : 1
        if (here && age === 0) clashes.push({ key: coming.key, here: here.value, coming: coming.value })
        if (age > 0) placings.push({ coming, here })
      }
      left = placings.length > 0 ? await place(tenant, collection, placings) : []
    }
    return clashes
  }

/** Every try but the last was lost to somebody who wrote in between. */
const TRIES = 20
