import { isDeepStrictEqual } from 'node:util'
import type { StoreName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { type StoredItems, storedItemsOf } from '@awayday/stored-items'
import { createTables, type OpenStore, openStore } from '@awayday/stores'
import type { Ground } from '../ground.ts'

/** A company's records and nothing else, in empty stores: a product that starts there makes all else anew. */
export const makeReplica = async (
  services: readonly ServiceManifest[],
  tenant: TenantId,
  store: StoreName,
  { from, to }: { readonly from: Ground; readonly to: Ground },
): Promise<void> => {
  for (const service of services) {
    await using there = await openStore(from.env(store), service.name)
    await using here = await openStore(alone(to.env(store)), service.name)
    await createTables(here, service)
    await here.tenants.settle(tenant, store)
    const [source, target] = [await storedItemsOf(there), await storedItemsOf(here)]
    for (const collection of ['records', 'events'] as const)
      for await (const page of source.pages(tenant, collection)) await target.load(tenant, collection, page)
  }
}

/** The settings of a process that knows one store. */
export const alone = ({ AWAYDAY_OTHER_STORES: _, ...env }: Readonly<Record<string, string>>) => env

/** Rows that differ between two stores' views, tombstones aside. */
export const differentRows = async (
  tenant: TenantId,
  live: OpenStore,
  rebuilt: OpenStore,
): Promise<readonly string[]> => {
  const [here, there] = [
    await rowsOf(await storedItemsOf(live), tenant),
    await rowsOf(await storedItemsOf(rebuilt), tenant),
  ]
  const keys = [...new Set([...here.keys(), ...there.keys()])]
  return keys.flatMap((key) => {
    const [one, other] = [here.get(key), there.get(key)]
    return isDeepStrictEqual(one, other) ? [] : [`${key}: ${JSON.stringify(one)}, and rebuilt ${JSON.stringify(other)}`]
  })
}

const rowsOf = async (items: StoredItems, tenant: TenantId): Promise<ReadonlyMap<string, unknown>> => {
  const rows = new Map<string, unknown>()
  for await (const page of items.pages(tenant, 'views:views'))
    for (const { key, value } of page) {
      const row = JSON.parse(value) as { readonly doc?: unknown }
      if (row.doc !== undefined) rows.set(key, row)
    }
  return rows
}
