import { compare, type TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { type Standing, whereabouts } from '../stages/standing.ts'
import type { World } from '../stages/world.ts'

/**
 * Those of `named` that the service keeps in one of the two stores; without, all of them that `concerned` says yes to. Who lives in a
 * third store is left alone.
 */
export const tenantsOf = async (
  world: World,
  named?: readonly TenantId[],
  concerned: (now: Standing, world: World) => boolean = () => true,
): Promise<readonly TenantId[]> => {
  const found: TenantId[] = []
  for (const tenant of named ?? (await listed(world))) {
    const at = await whereabouts(world, tenant)
    if (at && !('elsewhere' in at)) {
      if (named || concerned(at, world)) found.push(tenant)
    } else if (at && named) throw new SwitchProblem(`${tenant} lives in ${at.elsewhere}.`)
  }
  return found
}

const listed = async ({ from, to }: World): Promise<readonly TenantId[]> => {
  const all = new Set<TenantId>()
  for (const { tenants } of [from, to]) for await (const tenant of tenants.all()) all.add(tenant)
  return [...all].sort(compare)
}

/** Lives in the source, on its way or not. */
export const isToMove = ({ home }: Standing, { from }: World): boolean => home === from
/** Is cut over, or was about to be finished. */
export const isToFinish = ({ row, home }: Standing, { to }: World): boolean =>
  row.finishing === true || (home !== to && row.to === to.name)
/** Has moved here for good. */
export const hasMoved = ({ row, home }: Standing, { to }: World): boolean =>
  home === to && row.epoch > 0 && !row.finishing
