import { compare, type TenantId } from '@awayday/kernel'
import type { Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import type { Asked } from '../take/take-backup.ts'

/** Every tenant of these places (or those named) with the homes of what the services keep of it, in the places' order. */
export const homesIn = async (
  places: readonly Place[],
  tenants: ReadonlySet<TenantId> | undefined,
): Promise<readonly Asked[]> => {
  const homes = new Map<TenantId, Place[]>()
  const elsewhere: { readonly tenant: TenantId; readonly service: string; readonly home: string }[] = []
  for (const place of places)
    for await (const tenant of place.items.tenants()) {
      if (tenants && !tenants.has(tenant)) continue
      const home = (await place.store.tenants.route(tenant))?.home
      if (home === undefined) continue
      if (home === place.store.name) homes.set(tenant, [...(homes.get(tenant) ?? []), place])
      else elsewhere.push({ tenant, service: place.service.name, home })
    }
  for (const { tenant, service, home } of elsewhere)
    if (!homes.get(tenant)?.some((place) => place.service.name === service))
      throw new BackupProblem(
        `${tenant}'s ${service} lives in ${home}: name that store in AWAYDAY_OTHER_STORES, with its settings.`,
      )
  for (const tenant of tenants ?? []) if (!homes.has(tenant)) throw new BackupProblem(`There is no tenant ${tenant}.`)
  return [...homes].sort(([a], [b]) => compare(a, b)).map(([tenant, places]) => ({ tenant, places }))
}
