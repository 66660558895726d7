import type { Clock } from '@awayday/clock'
import type { TenantId } from '@awayday/kernel'
import type { Collection, StoredItem } from '@awayday/stored-items'
import { running } from '../format/checksum.ts'
import { readChunk } from '../format/chunk.ts'
import { contentOf } from '../format/content.ts'
import type { Kept, Part } from '../format/manifest.ts'
import { inOrderOfRestoring, type Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import { MARKER_KEY, type Marker, putMarker } from './marker.ts'
import { takeOver } from './take-over.ts'

/** What a restore tells while it is under way. */
export type Restored = {
  readonly service: string
  readonly tenant: TenantId
  readonly collection: Collection
  readonly items: number
  readonly bytes: number
}

/**
 * Brings one service's data of a tenant back. Each collection is read again from the store and compared with the backup as
 * soon as it is there. The tenant's row comes last: until then nobody asks for the tenant here.
 */
export const restorePart = async (
  part: Part,
  place: Place,
  begun: Marker | undefined,
  {
    folder,
    backup,
    clock,
    tell,
  }: {
    readonly folder: string
    readonly backup: string
    readonly clock: Clock
    readonly tell: (restored: Restored) => void
  },
): Promise<void> => {
  const { service, tenant } = part
  if (begun?.opened) return
  let marker: Marker = begun ?? { backup, whole: [] }
  await putMarker(place, tenant, marker)
  for (const kept of inOrder(part, place)) {
    if (marker.whole.includes(kept.collection)) continue
    await write(kept, place, tenant, { folder, mayBeThere: begun !== undefined })
    if ((await digestIn(place, tenant, kept.collection)) !== kept.sha256)
      throw new BackupProblem(
        `In ${place.store.name} the ${kept.collection} of ${tenant}'s ${service} are not what the backup holds: somebody else writes there. Restore into an empty store that nobody uses.`,
      )
    marker = { backup, whole: [...marker.whole, kept.collection] }
    await putMarker(place, tenant, marker)
    tell({ service, tenant, collection: kept.collection, items: kept.items, bytes: kept.bytes })
  }
  const route = await takeOver(part, place, clock)
  const { rev } = (await place.store.tenants.route(tenant)) ?? { rev: 0 }
  await place.store.tenants.reroute(tenant, route, rev)
  await putMarker(place, tenant, { ...marker, opened: true })
}

const inOrder = ({ service, collections }: Part, { service: now }: Place): readonly Kept[] => {
  const known = inOrderOfRestoring(now)
  const unknown = collections.find(({ collection, items }) => items > 0 && !known.includes(collection))
  if (unknown)
    throw new BackupProblem(`The backup's ${service} has a table ${unknown.collection}, which this version has not.`)
  return known.flatMap((collection) => collections.find((kept) => kept.collection === collection) ?? [])
}

const write = async (
  { collection, chunks }: Kept,
  { service, store, items: into }: Place,
  tenant: TenantId,
  { folder, mayBeThere }: { readonly folder: string; readonly mayBeThere: boolean },
): Promise<void> => {
  for (const chunk of chunks) {
    const { items } = await readChunk(folder, chunk)
    if (!mayBeThere) await into.load(tenant, collection, items)
    else {
      const [clash] = await into.copy(tenant, collection, items)
      if (clash)
        throw new BackupProblem(
          `${clash.key} of ${tenant}'s ${service.name} stands in ${store.name} as something else than in the backup (${collection}).`,
        )
    }
  }
}

/** Of what the store now says it holds, as `keep` reckoned it. */
const digestIn = async ({ items }: Place, tenant: TenantId, collection: Collection): Promise<string> => {
  const digest = running()
  for await (const page of items.pages(tenant, collection)) digest.add(contentOf(page.filter(isKept(collection))))
  return digest.end()
}

const isKept =
  (collection: Collection) =>
  ({ key }: StoredItem): boolean =>
    collection !== 'records' || key !== MARKER_KEY
