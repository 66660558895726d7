import type { Route, RouteRow, StoreName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { type MovingStore, named, type World } from './world.ts'

/** The row that says where a tenant lives, as it was read, and the store whose table it lies in. */
export type Standing = { readonly tenant: TenantId; readonly row: RouteRow; readonly home: MovingStore }

/** Undefined: neither of the two stores knows the tenant. A name: it lives in that third one. */
export const whereabouts = async (
  world: World,
  tenant: TenantId,
): Promise<Standing | { readonly tenant: TenantId; readonly elsewhere: StoreName } | undefined> => {
  const { from, to } = world
  const rows = [await from.tenants.route(tenant), await to.tenants.route(tenant)]
  const at = (row: RouteRow | undefined, store: MovingStore): Standing | undefined =>
    row?.home === store.name ? { tenant, row, home: store } : undefined
  const [here, there] = [at(rows[0], from), at(rows[1], to)]
  if (here && there) {
    // While home is being changed both rows say that they count, and the new home's does.
    if (here.row.finishing && here.row.to === to.name) return there
    if (there.row.finishing && there.row.to === from.name) return here
    throw new SwitchProblem(`Both ${from.name} and ${to.name} say that ${tenant} lives there. Nothing was done.`)
  }
  const elsewhere = rows.find((row) => row && row.home !== from.name && row.home !== to.name)
  return here ?? there ?? (elsewhere && { tenant, elsewhere: elsewhere.home })
}

/** A tenant that lives in neither of the two stores is a `SwitchProblem`. */
export const standing = async (world: World, tenant: TenantId): Promise<Standing> => {
  const found = await whereabouts(world, tenant)
  if (!found)
    throw new SwitchProblem(
      `${world.service.name} knows no tenant ${tenant} in ${world.from.name} or ${world.to.name}.`,
    )
  if ('elsewhere' in found) throw new SwitchProblem(`${tenant} lives in ${found.elsewhere}. Nothing was done.`)
  return found
}

/** Writes a store's own row if it is as it was read, and answers it. What it says of that store itself stays. */
export const overwrite = async (
  { tenants }: Pick<MovingStore, 'tenants'>,
  tenant: TenantId,
  row: RouteRow | undefined,
  route: Route,
): Promise<RouteRow> => {
  const { anew, rev = 0 }: Partial<RouteRow> = row ?? {}
  const next = { ...(anew !== undefined && { anew }), ...route }
  if (await tenants.reroute(tenant, next, rev)) return { ...next, rev: rev + 1 }
  throw overtaken(tenant)
}

/** Writes the row that counts, if it is as it was read. */
export const rewrite = async (before: Standing, route: Route): Promise<Standing> => ({
  ...before,
  row: await overwrite(before.home, before.tenant, before.row, route),
})

/**
 * Makes the row in a store's own table point at the tenant's home in another. One that says that it counts itself is only
 * written over at the end of the very move whose `epoch` this is.
 */
export const pointAt = async (
  world: World,
  tenant: TenantId,
  at: StoreName,
  { home, epoch }: Pick<Route, 'home' | 'epoch'>,
): Promise<void> => {
  const store = named(world, at)
  const row = await store.tenants.route(tenant)
  if (row?.home === home && row.epoch === epoch && !row.to && !row.finishing) return
  const counts = row?.home === at && !(row.finishing && row.to === home && row.epoch === epoch)
  if (counts) throw overtaken(tenant)
  await overwrite(store, tenant, row, { home, epoch })
}

/** Somebody else wrote a row between its reading and its writing. */
export const overtaken = (tenant: TenantId): SwitchProblem =>
  new SwitchProblem(`Somebody else has changed where ${tenant} goes. Look at the status, then go on.`)

/** Nothing is copied, nor prepared for it, while a move is being finished or what it left is being deleted. */
export const mustBeOver = ({ tenant, row }: Standing): void => {
  if (row.finishing || row.deleting)
    throw new SwitchProblem(
      `Something of ${tenant} is not over: call ${row.finishing ? 'finish' : 'finish --delete'} to its end.`,
    )
}
