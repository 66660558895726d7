import { compare, type TenantId } from '@awayday/kernel'
import { type Place, placeOf } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import type { Asked } from '../take/take-backup.ts'
import type { ServiceStores } from './stores.ts'

/** Every tenant of these services (or those named) with the homes of what they keep of it, in the services' order. */
export const homesIn = async (
  services: readonly ServiceStores[],
  tenants: ReadonlySet<TenantId> | undefined,
): Promise<readonly Asked[]> => {
  const homes = new Map<TenantId, Place[]>()
  for (const { service, stores } of services) {
    const places = await Promise.all(stores.all.map((store) => placeOf(service, store)))
    for await (const tenant of stores.tenants.all()) {
      if (tenants && !tenants.has(tenant)) continue
      const home = (await stores.routes.row(tenant))?.home
      const place = places.find(({ store }) => store.name === home)
      if (place) homes.set(tenant, [...(homes.get(tenant) ?? []), place])
    }
  }
  for (const tenant of tenants ?? []) if (!homes.has(tenant)) throw new BackupProblem(`There is no tenant ${tenant}.`)
  return [...homes].sort(([a], [b]) => compare(a, b)).map(([tenant, places]) => ({ tenant, places }))
}
