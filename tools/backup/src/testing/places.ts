import { compare, type TenantId } from '@awayday/kernel'
import { controlTable, eventTable, recordTable, type ServiceManifest, viewTable } from '@awayday/manifest'
import type { Collection, StoredItem } from '@awayday/stored-items'
import { createTables, type OpenStore } from '@awayday/stores'
import { openSqlite } from '@awayday/stores/sqlite'
import { inOrderOfTaking, type Place, placeOf } from '../place.ts'
import type { Company } from './company.ts'

export const manifest: ServiceManifest = {
  name: 'leave',
  root: import.meta.url,
  functions: {},
  tables: { events: eventTable(), control: controlTable(), records: recordTable(), views: viewTable() },
}

/** A store in memory, empty. */
export const newPlace = (): Promise<Place> => readied(openSqlite(':memory:'))

export const readied = async (store: OpenStore): Promise<Place> => {
  await createTables(store, manifest)
  return placeOf(manifest, store)
}

/** A place where these companies live. */
export const living = async (place: Place, companies: Readonly<Record<string, Company>>): Promise<Place> => {
  for (const [name, company] of Object.entries(companies)) {
    const tenant = name as TenantId
    for (const [collection, items = []] of Object.entries(company))
      await place.items.load(tenant, collection as Collection, items)
    await place.store.tenants.settle(tenant, place.store.name)
  }
  return place
}

/** What a place holds of a tenant, as text in the order of keys. */
export const heldOf = async ({ items, service }: Place, tenant: TenantId): Promise<Company> => {
  const held: [Collection, readonly StoredItem[]][] = []
  for (const collection of inOrderOfTaking(service)) held.push([collection, await all(items.pages(tenant, collection))])
  return Object.fromEntries(held)
}

/** As a place tells it. */
export const inKeyOrder = (company: Company): Company =>
  Object.fromEntries(
    Object.entries(company).map(([collection, items = []]) => [
      collection,
      items.toSorted((a, b) => compare(a.key, b.key)),
    ]),
  )

const all = async (pages: AsyncIterable<readonly StoredItem[]>): Promise<readonly StoredItem[]> => {
  const found: StoredItem[] = []
  for await (const page of pages) found.push(...page)
  return found
}
