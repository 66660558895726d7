import type { TenantId } from '@awayday/kernel'
import { storedItemsOf } from '@awayday/stored-items'
import type { OpenStore } from '@awayday/stores'
import { canonical } from '../canonical.ts'
import { COLLECTIONS, type Collection } from '../side.ts'
import { company, type Size } from './company.ts'

/** Fills a store with a tenant's company, as a move or a restore would: in bulk. */
export const loaded = async (
  store: OpenStore,
  tenant: string,
  size: Size,
  collections: readonly Collection[] = COLLECTIONS,
): Promise<void> => {
  const items = await storedItemsOf(store)
  for (const collection of collections) {
    let page: { key: string; value: string }[] = []
    for (const { key, fields } of company(tenant, collection, size)) {
      if (page.push({ key, value: canonical(collection, fields) }) < 1_000) continue
      await items.load(tenant as TenantId, collection, page)
      page = []
    }
    await items.load(tenant as TenantId, collection, page)
  }
}
