import type { TenantId } from '@awayday/kernel'
import type { Starter } from '#domain/person/commands.ts'
import type { World } from '#ports/world.ts'
import { startersOf } from './company/starters.ts'

/** What applies in a country to whom the company has put under nothing else; its documents are there before the fact. */
export const starterTerms = async (
  world: Pick<World, 'documents' | 'publicHolidays'>,
  tenant: TenantId,
  country: string,
): Promise<readonly Starter[]> => {
  const starters = await startersOf(world, country)
  const terms = starters.map(async ({ leaveType, id: policy, version, text }) =>
    leaveType === null ? [] : [{ policy, version, leaveType, document: await world.documents.put(tenant, text) }],
  )
  return (await Promise.all(terms)).flat()
}
