import { STORE_NAMES, type StoreName, type Tenants } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { inStore, type Known, UnknownStore } from './known.ts'
import { furthest } from './merged.ts'
import type { Routes } from './routes.ts'

/** The tenants of a service, whichever of its stores they live in. Those that live in a store this process does not know are left to others. */
export const routedTenants = (stores: Known<Tenants>, routes: Routes): Pick<Tenants, 'settle' | 'all'> => {
  const known = STORE_NAMES.flatMap((name) => stores.get(name) ?? [])
  const isKnown = async (tenant: TenantId): Promise<boolean> => {
    try {
      const row = await routes.row(tenant)
      return row !== undefined && stores.has(row.home)
    } catch (trouble) {
      if (trouble instanceof UnknownStore) return false
      throw trouble // a tenant that cannot be found right now would be left out of what is done for all
    }
  }

  return {
    async settle(tenant, home) {
      const standing = await routes.row(tenant)
      if (standing) return standing.home
      let decided: StoreName = home
      for (const store of known) decided = await store.settle(tenant, decided) // the first row decides, for every process
      await inStore(stores, decided).settle(tenant, decided)
      return (await routes.now(tenant)).home
    },

    async *all() {
      const listings = known.map((store) => store.all())
      for await (const tenant of furthest(listings, { key: (one) => one, at: () => 0 }))
        if (await isKnown(tenant)) yield tenant
    },
  }
}
