import type { BusEvent } from '@awayday/bus'
import { utcDate } from '@awayday/clock/zone'
import { type Consumer, eventsIn, readBody, statesAround } from '@awayday/event-sourcing'
import { leaveEvents } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { figureMessages } from './figure-messages.ts'
import { leaveMessages } from './leave-messages.ts'
import { following } from './person-stream.ts'

/** Tells the other services about leave, one fact a message, whole. What the directory said is not repeated. */
export const publish = (world: Pick<World, 'bus' | 'store' | 'documents'>): Consumer => {
  const around = statesAround(following)
  return {
    name: 'publish',
    consume: async (delivery) => {
      const { stream, record } = delivery
      const { before, after } = await around(delivery)
      const events = eventsIn(record, personCodec)
      const { at, correlation } = readBody(record)
      const today = utcDate(at)
      const messages = [
        ...(await leaveMessages(world, stream.tenant, events, after, today)),
        ...(before ? await figureMessages(world, stream.tenant, before, events, after, today) : []),
      ]
      const told = messages.map(({ nth, fact: { type, ...data } }): BusEvent => {
        const id = `${stream.name}@${record.version}.${nth}`
        return { source: leaveEvents.source, type, id, tenant: stream.tenant, at, correlation, data }
      })
      if (told.length > 0) await world.bus.publish(told)
    },
  }
}
