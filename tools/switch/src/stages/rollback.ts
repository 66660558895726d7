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
 * Brings tenants back to where they came from, with all that was decided since: the same move the other way round, until finish,
 * and as often as one likes. Those of which nothing is on its way are left out of the answer.
 */
export const rollback = async (
  world: World,
  tenants: readonly TenantId[],
  waits: Waits,
): Promise<readonly RolledBack[]> => {
  const { clock } = world
  const moving: Standing[] = []
  for (const tenant of tenants) {
    const now = await standing(world, tenant)
    if (isOnItsWay(world, now)) moving.push(await readAtHome(world, now))
  }
  if (moving.some(isToBeAnnounced)) {
    const waiting = `every process to read views in ${world.from.name}`
    await waitSince(world, clock.now(), waits.learntMs, { stage: STAGE, waiting })
  }
  const back: { readonly announced: Standing; readonly handed: HandedOver }[] = []
  for (const now of moving) {
    const announced = await announce(world, now, now.home.name)
    back.push({ announced, handed: await handOverAll(world, STAGE, announced) })
  }
  const done: RolledBack[] = []
  for (const { announced, handed } of back) {
    const { tenant, home, row } = announced
    const waiting = 'what was begun before to be over'
    await waitSince(world, row.since ?? clock.now(), waits.overMs, { stage: STAGE, tenant, waiting })
    await handOverAll(world, STAGE, announced) // what such a call made in the meantime
    await rewrite(announced, { home: home.name, epoch: row.epoch })
    done.push({ tenant, epoch: row.epoch, ...handed })
  }
  return done
}

const isOnItsWay = ({ from, to }: World, { tenant, row, home }: Standing): boolean => {
  if (home === to && !row.to)
    throw new SwitchProblem(
      `The move of ${tenant} to ${home.name} is finished. Move it back: --from ${home.name} --to ${from.name}.`,
    )
  if (row.finishing) throw new SwitchProblem(`The move of ${tenant} is being finished: call finish to its end.`)
  return row.to !== undefined
}

const isToBeAnnounced = ({ row, home }: Standing): boolean => row.to !== home.name

/** Views are read at home again before a stream comes back: the other store is told nothing of what is decided there. */
const readAtHome = async (world: World, before: Standing): Promise<Standing> => {
  const { tenant, row, home } = before
  const { rev: _, reads, shadow, ...route } = row
  if (!isToBeAnnounced(before) || !(reads || shadow)) return before
  if (reads) await caughtUpIn(world, STAGE, { store: home, tenant, consumer: 'project' }, other(world, home.name))
  return rewrite(before, route)
}
