import type { TenantId } from '@awayday/kernel'
import { compare } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { whereabouts } from '../stages/standing.ts'
import type { World } from '../stages/world.ts'

/** Those of `named` that the service keeps in one of the two stores; without, all of them. Who lives in a third store is left alone. */
export const tenantsOf = async (world: World, named?: readonly TenantId[]): Promise<readonly TenantId[]> => {
  const known = named ?? (await listed(world))
  const found: TenantId[] = []
  for (const tenant of known) {
    const at = await whereabouts(world, tenant)
    if (at && !('elsewhere' in at)) found.push(tenant)
    else if (at && named) throw new SwitchProblem(`${tenant} lives in ${at.elsewhere}.`)
  }
  return found
}

const listed = async ({ from, to }: World): Promise<readonly TenantId[]> => {
  const all = new Set<TenantId>()
  for (const { tenants } of [from, to]) for await (const tenant of tenants.all()) all.add(tenant)
  return [...all].sort(compare)
}
