import { consumerRunner, type Runner } from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { project } from './project.ts'
import { publish } from './publish.ts'

/** Everything that follows people's streams. */
export const consumers = (world: World): Runner => {
  const { store, progress, clock } = world
  return consumerRunner({ store, progress, clock, consumers: [project(world), publish(world)] })
}

/** Finds what no feed delivered, company by company. */
export const sweep = async (world: World): Promise<void> => {
  const runner = consumers(world)
  for await (const tenant of world.tenants.all()) await runner.sweep(tenant)
}
