import { sealIn } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { type Collection, type StoredItem, viewsOf } from '@awayday/stored-items'
import { SwitchProblem } from '../problem.ts'
import { type Looking, verify } from '../verify/verify.ts'
import { rewrite, standing } from './standing.ts'
import { pairOf } from './verify-move.ts'
import type { World } from './world.ts'

export type Deleted = { readonly tenant: TenantId; readonly items: number }

/**
 * Deletes what a tenant left in the store it came from, once its move is finished. A mark on the route keeps a move from
 * announcing that store until all is gone, so a second call goes on where the first was cut short. The row that points at home stays.
 */
export const deleteLeft = async (world: World, tenant: TenantId, looking: Partial<Looking> = {}): Promise<Deleted> => {
  const { from, to, tell, stop, service } = world
  let now = await standing(world, tenant)
  const { row, home } = now
  if (home !== to || row.finishing) throw new SwitchProblem(`The move of ${tenant} is not finished: call finish first.`)
  if (row.to) throw new SwitchProblem(`${tenant} is on its way to ${row.to}: finish that move first.`)
  const { rev: _, deleting, ...route } = row
  if (deleting && deleting !== from.name)
    throw new SwitchProblem(`What ${tenant} left in ${deleting} is being deleted: call that to its end.`)
  if (!deleting) {
    await isLeft(world, tenant, looking)
    now = await rewrite(now, { ...route, deleting: from.name })
  }

  let items = 0
  // Rows and progress last, and progress before rows: what finds no stream drives nothing, and rows without progress are made anew.
  for (const collection of ['events', 'records', 'registry', 'progress', ...viewsOf(service)] as readonly Collection[])
    for await (const page of from.items.pages(tenant, collection)) {
      stop.throwIfAborted()
      await from.items.remove(
        tenant,
        collection,
        page.map(({ key }) => key),
      )
      items += page.length
      tell({ stage: 'delete', service: service.name, tenant, collection, items })
    }
  await rewrite(now, route)
  return { tenant, items }
}

/** Every stream that is there ends elsewhere by its last seal, every record is marked, and home has all of it. */
const isLeft = async (world: World, tenant: TenantId, looking: Partial<Looking>): Promise<void> => {
  const { from } = world
  const refuse = (what: string) => new SwitchProblem(`${what} of ${tenant} in ${from.name}. Nothing was deleted.`)
  for await (const { name, owner } of ownersIn(from.items.pages(tenant, 'events')))
    if (!owner || owner === from.name) throw refuse(`No seal ends ${name}`)
  const { compared } = await verify(pairOf(world, tenant, from.name), looking)
  // What home has besides is its own: it went on there.
  const [first] = compared.flatMap(({ differences }) => differences).filter(({ is }) => is !== 'extra')
  if (first) throw refuse(`Home lacks, or has otherwise, ${first.collection} ${first.key}`)
}

/** Each stream with the store that its last seal names. Pages come in the order of streams and versions. */
async function* ownersIn(
  pages: AsyncIterable<readonly StoredItem[]>,
): AsyncIterable<{ readonly name: string; readonly owner: string | undefined }> {
  let at: { readonly name: string; owner: string | undefined } | undefined
  for await (const page of pages)
    for (const { key, value } of page) {
      const name = key.slice(0, key.lastIndexOf('#'))
      if (at && at.name !== name) yield at
      if (at?.name !== name) at = { name, owner: undefined }
      at.owner = sealIn({ version: 1, body: value })?.to ?? at.owner
    }
  if (at) yield at
}
