import { createHash } from 'node:crypto'
import type { Route } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { viewsOf } from '@awayday/stored-items'
import { note, stateOf, type TenantState } from './move-state.ts'
import { mustBeOver, overwrite, pointAt, standing } from './standing.ts'
import type { MovingStore, World } from './world.ts'

export type Captured = { readonly tenant: TenantId } & NonNullable<TenantState['captured']>

/**
 * Notes where the source stands before anything is copied, and prepares the target: its tables, and a row for each tenant that
 * points at home, so that the product's sweeps know the tenant there. `undefined`: the tenant has moved already.
 */
export const capture = async (world: World, tenant: TenantId): Promise<Captured | undefined> => {
  const { from, to, clock } = world
  const now = await standing(world, tenant)
  const { row, home } = now
  if (home === to) return undefined
  mustBeOver(now)
  await to.createTables()
  await pointAt(world, tenant, to.name, row)
  const before = (await stateOf(world, tenant)).captured
  // Nothing but this move writes into the target before the next announcement, which is another epoch.
  const own = before?.epoch === row.epoch && before.heldNothing
  const heldNothing = own || (!row.to && (await holdsNothing(to, tenant)))
  if (heldNothing && !own) {
    await forgetWhatWasShown(world, to, tenant)
    await begunAnew(world, tenant, row)
  }

  const digest = createHash('sha256')
  let [streams, events] = [0, 0]
  for await (const { stream, head } of from.events.heads(tenant)) {
    digest.update(`${stream.name} ${head.version} ${head.digest}\n`)
    streams++
    events += head.version
  }
  let items = events
  for (const collection of ['records', 'registry'] as const)
    for await (const page of from.items.pages(tenant, collection)) items += page.length
  const captured = {
    at: clock.now(),
    epoch: row.epoch,
    heldNothing,
    streams,
    events,
    items,
    heads: digest.digest('base64url'),
  }
  await note(world, tenant, { captured })
  return { tenant, ...captured }
}

export const holdsNothing = async ({ items }: MovingStore, tenant: TenantId): Promise<boolean> => {
  for (const collection of ['events', 'records', 'registry'] as const)
    for await (const _ of items.pages(tenant, collection)) return false
  return true
}

/** Whoever acts on records has been told what was decided here before: finish waited for that, and deletion for finish. */
const begunAnew = async (
  { to }: World,
  tenant: TenantId,
  { home, epoch }: Pick<Route, 'home' | 'epoch'>,
): Promise<void> => {
  if (epoch === 0) return // nobody has ever left
  const pointer = await to.tenants.route(tenant)
  if (pointer?.anew === epoch) return
  await overwrite(to, tenant, pointer, { home, epoch, anew: epoch })
}

/** Progress and rows of a company that was there once and was deleted: what comes now is shown from its beginning. */
const forgetWhatWasShown = async ({ service }: World, { items }: MovingStore, tenant: TenantId): Promise<void> => {
  for (const collection of ['progress', ...viewsOf(service)] as const)
    for await (const page of items.pages(tenant, collection))
      await items.remove(
        tenant,
        collection,
        page.map(({ key }) => key),
      )
}
