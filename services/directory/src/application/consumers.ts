import { consumerRunner, type FollowedStore, type Runner, relayOver, sweepOver } from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { project } from './project.ts'
import { publish } from './publish.ts'

/** Everything that follows the directory's streams in one store. */
export const consumers = (world: World, followed: FollowedStore = world.followed[0]): Runner => {
  const { clock } = world
  const all = [project({ rows: followed.rows, clock }), publish(world), ...(followed.carry ? [followed.carry] : [])]
  return consumerRunner({ ...followed, clock, consumers: all })
}

export const relay = (world: World) => relayOver(world.followed, (store) => consumers(world, store))

export const sweep = (world: World): Promise<void> => sweepOver(world.followed, (store) => consumers(world, store))
