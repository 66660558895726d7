import { addMs, type TenantId } from '@awayday/kernel'
import { isKnown } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { loadPerson } from './load.ts'

/** A day: no try of a command is still on its way by then. */
const WAITS_MS = 86_400_000

/** Forgets the cards whose person never came into being: what an `addPerson` that was cut off leaves behind. */
export const purgeCards = async (world: World): Promise<void> => {
  for await (const tenant of world.tenants.all()) await purgeCardsOf(world, tenant)
}

const purgeCardsOf = async (world: World, tenant: TenantId): Promise<void> => {
  const before = addMs(world.clock.now(), -WAITS_MS)
  const seen = new Set((await world.views.people(tenant)).map(({ person }) => person))
  for await (const { person, rev, card } of world.cards.all(tenant)) {
    if (seen.has(person) || card.writtenAt > before) continue
    if (!isKnown(await loadPerson(world, tenant, person))) await world.cards.purge(tenant, person, rev)
  }
}
