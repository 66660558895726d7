import {
  type Consumer,
  consumerRunner,
  type FollowedStore,
  type Runner,
  relayOver,
  type StreamId,
  sweepOver,
} from '@awayday/event-sourcing'
import type { World } from '#ports/world.ts'
import { applySettings } from './company/apply-settings.ts'
import { isCompanyStream } from './company/company-stream.ts'
import { ownerOf } from './person-stream.ts'
import { project } from './project.ts'
import { publish } from './publish.ts'
import { tellDeputies } from './tell-deputies.ts'

/** Everything that follows the streams of people, and those of companies' settings, in one store. */
export const consumers = (world: World, followed: FollowedStore = world.followed[0]): Runner => {
  const all = [
    ofPeople(project({ ...world, ...followed })),
    ofPeople(publish(world)),
    ofPeople(tellDeputies(world)),
    ofCompanies(applySettings(world)),
    ...(followed.carry ? [followed.carry] : []),
  ]
  return consumerRunner({ ...followed, clock: world.clock, consumers: all })
}

export const relay = (world: World) => relayOver(world.followed, (store) => consumers(world, store))

export const sweep = (world: World): Promise<void> => sweepOver(world.followed, (store) => consumers(world, store))

const only =
  (isTheirs: (stream: StreamId) => boolean) =>
  ({ consumeAll, ...consumer }: Consumer): Consumer => {
    const ifTheirs =
      <Of extends { readonly stream: StreamId }>(consume: (delivery: Of) => Promise<void>) =>
      async (delivery: Of): Promise<void> => {
        if (isTheirs(delivery.stream)) await consume(delivery)
      }
    return {
      ...consumer,
      consume: ifTheirs(consumer.consume),
      ...(consumeAll && { consumeAll: ifTheirs(consumeAll) }),
    }
  }
const ofPeople = only((stream) => ownerOf(stream) !== undefined)
const ofCompanies = only(isCompanyStream)
