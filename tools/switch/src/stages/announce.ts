import type { Route, StoreName } from '@awayday/event-sourcing'
import { SwitchProblem } from '../problem.ts'
import { rewrite, type Standing } from './standing.ts'
import type { World } from './world.ts'

/**
 * Says that every stream of the tenant goes to `to`: the move itself, or its way back. Nothing moves by it, and processes learn of it
 * within seconds; those that have not are safe, as seals tell them. Done already: as it stands.
 */
export const announce = async (world: World, before: Standing, to: StoreName): Promise<Standing> => {
  const { tenant, row } = before
  if (row.finishing) throw new SwitchProblem(`The move of ${tenant} is being finished: call finish to its end.`)
  if (row.deleting)
    throw new SwitchProblem(
      `What ${tenant} left in ${row.deleting} is being deleted: call finish --delete to its end, or copies would go with it.`,
    )
  if (row.to === to) return before
  if (row.to && row.to !== row.home && to !== row.home)
    throw new SwitchProblem(`${tenant} is on its way from ${row.home} to ${row.to}: finish that move, or roll it back.`)
  const route: Route = {
    home: row.home,
    epoch: row.epoch + 1,
    to,
    ...(row.reads && row.reads !== row.home ? { reads: row.reads } : {}),
    since: world.clock.now(),
  }
  return rewrite(before, route)
}
