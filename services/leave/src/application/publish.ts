import type { BusEvent } from '@awayday/bus'
import { type Consumer, eventsIn, readBody, statesAround } from '@awayday/event-sourcing'
import { total } from '#domain/charge.ts'
import type { Event } from '#domain/events.ts'
import { type LeaveEvent, type LeaveFact, leaveEvents } from '#domain/published-facts.ts'
import { requestOf, type State } from '#domain/state.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { following } from './person-stream.ts'

/** Tells the other services about leave, one fact a message, whole. What the directory said is not repeated. */
export const publish = ({ bus }: Pick<World, 'bus'>): Consumer => {
  const around = statesAround(following)
  return {
    name: 'publish',
    consume: async (delivery) => {
      const { stream, record } = delivery
      const { after: state } = await around(delivery)
      const events = eventsIn(record, personCodec)
      const { at, correlation } = readBody(record)
      const told = events.flatMap((event, index): readonly BusEvent[] => {
        const fact = factOf(event, state)
        if (!fact) return []
        const { type, ...data } = fact
        const id = `${stream.name}@${record.version}.${index}`
        return [{ source: leaveEvents.source, type, id, tenant: stream.tenant, at, correlation, data }]
      })
      if (told.length > 0) await bus.publish(told)
    },
  }
}

const factOf = (event: Event, state: State): LeaveEvent | undefined => {
  if (!('request' in event)) return undefined
  const asked = requestOf(state, event.request)
  if (!asked) throw new Error('a decision about a request that was never made')
  const { request, leaveType, first, firstPart, last, lastPart, charges } = asked
  const leave = { person: state.owner, request, leaveType, first, firstPart, last, lastPart }
  const fact: LeaveFact = { ...leave, amount: total(charges), by: event.by, on: event.on }
  return { type: event.type, ...fact }
}
