import type { PersonId, TenantId } from '@awayday/kernel'
import type { World } from '#ports/world.ts'

/** Another name on somebody's card. A card that was purged meanwhile stays so. */
export const rename = async ({ cards }: World, tenant: TenantId, person: PersonId, name: string): Promise<void> => {
  for (;;) {
    const { rev, card } = await cards.load(tenant, person)
    if (!card || (await cards.save(tenant, person, { ...card, name }, rev))) return
  }
}
