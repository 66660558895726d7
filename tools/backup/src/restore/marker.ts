import type { TenantId } from '@awayday/kernel'
import type { Collection } from '@awayday/stored-items'
import type { Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'

/**
 * What a restore leaves of itself in the store until all of it is through, as a plain record of the tenant: which backup, which
 * collections are whole, and whether the tenant was opened. A restore that was cut short finds it and goes on; another one is
 * refused.
 */
export type Marker = { readonly backup: string; readonly whole: readonly Collection[]; readonly opened?: true }

/** No service has records of this kind. */
export const MARKER_KEY = 'restore#begun'

export const putMarker = async ({ items }: Place, tenant: TenantId, marker: Marker): Promise<void> =>
  items.replace(tenant, 'records', [{ key: MARKER_KEY, value: JSON.stringify({ rev: 1, data: marker }) }])

export const removeMarker = async ({ items }: Place, tenant: TenantId): Promise<void> =>
  items.remove(tenant, 'records', [MARKER_KEY])

/** The marker of this backup's restore if it was begun here before. Refuses another's. */
export const markerIn = async (
  { service, store, items }: Place,
  tenant: TenantId,
  backup: string,
): Promise<Marker | undefined> => {
  const [found] = await items.get(tenant, 'records', [MARKER_KEY])
  if (!found) return undefined
  const { data } = JSON.parse(found.value) as { readonly data: Marker }
  if (data.backup === backup) return data
  throw new BackupProblem(
    `A restore of another backup of ${tenant}'s ${service.name} was begun in ${store.name} and did not end: run that one to its end, or restore into an empty store.`,
  )
}
