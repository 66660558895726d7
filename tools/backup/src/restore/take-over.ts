import type { Clock } from '@awayday/clock'
import { digestOf, type Route, readBody, type Sealed, sealIn, sealRecord } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { eventKey, eventPlace, type StoredItem } from '@awayday/stored-items'
import type { Part } from '../format/manifest.ts'
import type { Place } from '../place.ts'

/**
 * Makes this store the owner of what was restored, and answers the tenant's route. A tenant that never moved, or is back in
 * the store its backup was taken from, is left as it is. For another the streams' seals and the records' marks still say
 * where an earlier move took them, and a writer would follow them there, perhaps into the living original. So each gets a
 * seal, or mark, of the next epoch that names this store: as if the tenant had been moved here from the backup.
 */
export const takeOver = async ({ tenant, route }: Part, place: Place, clock: Clock): Promise<Route> => {
  const here = place.store.name
  if (route.epoch === 0 || route.home === here) return { home: here, epoch: route.epoch }
  const seal = { epoch: route.epoch + 1, to: here }
  await sealStreams(place, tenant, seal, clock)
  await markRecords(place, tenant, seal)
  return { home: here, epoch: seal.epoch }
}

const sealStreams = async ({ items }: Place, tenant: TenantId, seal: Sealed, clock: Clock): Promise<void> => {
  let last: { readonly name: string; readonly item: StoredItem; readonly owner: string } | undefined
  const close = async (): Promise<void> => {
    if (!last || last.owner === seal.to) return
    const { version } = eventPlace(last.item.key)
    const { value } = last.item
    const record = sealRecord({ tenant, name: eventPlace(last.item.key).name }, seal, clock.now(), {
      digest: digestOf(value),
      at: readBody({ version, body: value }).at,
    })
    await items.copy(tenant, 'events', [{ key: eventKey(last.name, version + 1), value: record.body }])
  }
  for await (const page of items.pages(tenant, 'events'))
    for (const item of page) {
      const { name, version } = eventPlace(item.key)
      if (last && last.name !== name) await close()
      const before = last?.name === name ? last.owner : seal.to // without a seal it belongs to its home, which is here now
      last = { name, item, owner: sealIn({ version, body: item.value })?.to ?? before }
    }
  await close()
}

const markRecords = async ({ items }: Place, tenant: TenantId, { epoch, to }: Sealed): Promise<void> => {
  for await (const page of items.pages(tenant, 'records')) {
    const elsewhere = page.flatMap(({ key, value }) => {
      const record = JSON.parse(value) as { readonly rev: number; readonly moved?: Sealed }
      if (!record.moved || record.moved.to === to) return []
      return [{ key, value: JSON.stringify({ ...record, rev: record.rev + 1, moved: { epoch, to } }) }]
    })
    if (elsewhere.length > 0) await items.replace(tenant, 'records', elsewhere)
  }
}
