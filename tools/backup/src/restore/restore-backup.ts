import type { Clock } from '@awayday/clock'
import { inTurns } from '@awayday/kernel'
import { checkedFile } from '../format/chunk.ts'
import { chunksOf, type Part, readManifest } from '../format/manifest.ts'
import { inOrderOfTaking, type Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import { type Marker, markerIn, removeMarker } from './marker.ts'
import { type Restored, restorePart } from './restore-part.ts'

/** A part of a backup, and where it goes. */
export type Going = { readonly part: Part; readonly place: Place }

/**
 * Brings parts of a backup back into stores that hold nothing of those tenants. Nothing is written before every file was
 * found to be what was written, and every place to be empty (or left by this same restore).
 */
export const restoreBackup = async (
  folder: string,
  choose: (parts: readonly Part[]) => Promise<readonly Going[]>,
  { clock, tell }: { readonly clock: Clock; readonly tell: (restored: Restored) => void },
): Promise<readonly Part[]> => {
  const { manifest, id } = await readManifest(folder)
  const going = await choose(manifest.parts)
  const chunks = chunksOf(going.map(({ part }) => part))
  await inTurns(chunks, async (chunk) => void (await checkedFile(folder, chunk)), { width: AT_ONCE })

  const begun = new Map<Going, Marker | undefined>()
  const full: Going[] = []
  for (const one of going) {
    const marker = await markerIn(one.place, one.part.tenant, id)
    begun.set(one, marker)
    if (!marker && (await holdsSomething(one))) full.push(one)
  }
  if (full.length > 0) throw notEmpty(full)

  await inTurns(going, (one) => restorePart(one.part, one.place, begun.get(one), { folder, backup: id, clock, tell }), {
    width: AT_ONCE,
  })
  for (const { part, place } of going) await removeMarker(place, part.tenant)
  return going.map(({ part }) => part)
}

/** Each holds a chunk in memory. */
const AT_ONCE = 4

const holdsSomething = async ({ part: { tenant }, place: { items, service, store } }: Going): Promise<boolean> => {
  if (await store.tenants.route(tenant)) return true
  for (const collection of inOrderOfTaking(service)) for await (const _ of items.pages(tenant, collection)) return true
  return false
}

const notEmpty = (full: readonly Going[]): BackupProblem => {
  const named = full.map(({ part, place }) => `${part.tenant} (${part.service} in ${place.store.name})`)
  return new BackupProblem(
    `There is something of ${named.join(', ')} already: a restore goes only where nothing of a tenant is.`,
  )
}
