import { type Consumer, consumerRunner, type Runner } from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { applySettings } from './company/apply-settings.ts'
import { isCompanyStream } from './company/company-stream.ts'
import { ownerOf } from './person-stream.ts'
import { project } from './project.ts'
import { publish } from './publish.ts'
import { tellDeputies } from './tell-deputies.ts'

/** Everything that follows the streams of people, and those of companies' settings. */
export const consumers = (world: World): Runner => {
  const { store, progress, clock } = world
  const all = [
    ofPeople(project(world)),
    ofPeople(publish(world)),
    ofPeople(tellDeputies(world)),
    ofCompanies(applySettings(world)),
  ]
  return consumerRunner({ store, progress, clock, consumers: all })
}

/** Finds what no feed delivered, company by company. */
export const sweep = async (world: World): Promise<void> => {
  const runner = consumers(world)
  for await (const tenant of world.tenants.all()) await runner.sweep(tenant)
}

type Delivery = Parameters<Consumer['consume']>[0]

const only =
  (isTheirs: (stream: Delivery['stream']) => boolean) =>
  (consumer: Consumer): Consumer => ({
    name: consumer.name,
    consume: async (delivery) => {
      if (isTheirs(delivery.stream)) await consumer.consume(delivery)
    },
  })
const ofPeople = only((stream) => ownerOf(stream) !== undefined)
const ofCompanies = only(isCompanyStream)
