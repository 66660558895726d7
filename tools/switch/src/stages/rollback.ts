import type { TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { announce } from './announce.ts'
import { type HandedOver, handOverAll } from './hand-over-all.ts'
import { rewrite, type Standing, standing } from './standing.ts'
import { caughtUpIn } from './views-caught-up.ts'
import { type Waits, waitSince } from './waits.ts'
import { other, type World } from './world.ts'

export type RolledBack = { readonly tenant: TenantId; readonly epoch: number } & HandedOver

const STAGE = 'rollback'

/**
 * Brings a tenant back to where it came from, with all that was decided since: the same move the other way round, until finish,
 * and as often as one likes. `undefined`: nothing was on its way.
 */
export const rollback = async (world: World, tenant: TenantId, waits: Waits): Promise<RolledBack | undefined> => {
  const before = await standing(world, tenant)
  const { row, home } = before
  if (home === world.to && !row.to)
    throw new SwitchProblem(
      `The move of ${tenant} to ${home.name} is finished. Move it back: --from ${home.name} --to ${world.from.name}.`,
    )
  if (row.finishing) throw new SwitchProblem(`The move of ${tenant} is being finished: call finish to its end.`)
  if (!row.to) return undefined

  const announced =
    row.to === home.name ? before : await announce(world, await readAtHome(world, before, waits), home.name)
  const handed = await handOverAll(world, STAGE, announced)
  const { since = world.clock.now(), epoch } = announced.row
  await waitSince(world, since, waits.overMs, { stage: STAGE, tenant, waiting: 'what was begun before to be over' })
  await handOverAll(world, STAGE, announced) // what such a call made in the meantime
  await rewrite(announced, { home: home.name, epoch })
  return { tenant, epoch, ...handed }
}

/** Views are read at home again before a stream comes back: the other store is told nothing of what is decided there. */
const readAtHome = async (world: World, before: Standing, { learntMs }: Waits): Promise<Standing> => {
  const { tenant, row, home } = before
  const { rev: _, reads, shadow: __, ...route } = row
  if (reads && reads !== home.name)
    await caughtUpIn(world, STAGE, { store: home, tenant, consumer: 'project' }, other(world, home.name))
  const now = reads || row.shadow ? await rewrite(before, route) : before
  const waiting = `every process to read views in ${home.name}`
  await waitSince(world, world.clock.now(), learntMs, { stage: STAGE, tenant, waiting })
  return now
}
