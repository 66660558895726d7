import type { BusEvent } from '@awayday/bus'
import { type Consumer, eventsIn, readBody, type StoredRecord, type StreamId } from '@awayday/event-sourcing'
import { type PersonId, type TenantId, unreachable } from '@awayday/kernel'
import type * as departments from '#domain/departments.ts'
import type { Event, Place } from '#domain/person.ts'
import { type DirectoryEvent, directoryEvents, type PersonPlace } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { departmentsCodec, personCodec } from '#wire/events.ts'
import { loadLocation } from './load.ts'
import { subjectOf } from './streams.ts'

/** Tells the other services about people and departments, one fact a message, whole: a receiver needs no earlier one and no table of ours. */
export const publish = (world: Pick<World, 'store' | 'bus'>): Consumer => ({
  name: 'publish',
  async consume({ stream, record }) {
    const { at, correlation } = readBody(record)
    const facts = await factsIn(world, stream, record)
    const events = facts.flatMap((fact, index): readonly BusEvent[] => {
      if (!fact) return []
      const { type, ...data } = fact
      const eventId = `${stream.name}@${record.version}.${index}`
      return [{ source: directoryEvents.source, type, id: eventId, tenant: stream.tenant, at, correlation, data }]
    })
    if (events.length > 0) await world.bus.publish(events)
  },
})

const factsIn = async (
  world: Pick<World, 'store'>,
  stream: StreamId,
  record: StoredRecord,
): Promise<readonly (DirectoryEvent | undefined)[]> => {
  const { kind, id } = subjectOf(stream)
  if (kind === 'departments') return eventsIn(record, departmentsCodec).map(departmentFact)
  if (kind !== 'person') return []
  return Promise.all(eventsIn(record, personCodec).map((event) => factOf(world, stream.tenant, id as PersonId, event)))
}

/** Names are for this service's own pages. */
const departmentFact = ({ department, parent, head }: departments.Event): DirectoryEvent => ({
  type: 'DepartmentChanged',
  department,
  parent,
  head,
})

const factOf = async (
  world: Pick<World, 'store'>,
  tenant: TenantId,
  person: PersonId,
  event: Event,
): Promise<DirectoryEvent | undefined> => {
  switch (event.type) {
    case 'PersonJoined':
    case 'PersonMoved':
      return { type: event.type, ...(await placed(world, tenant, person, event)) }
    case 'PersonLeft':
      return { type: event.type, person, on: event.on }
    case 'MailLapsed':
      return undefined
    default:
      return unreachable(event)
  }
}

const placed = async (
  world: Pick<World, 'store'>,
  tenant: TenantId,
  person: PersonId,
  { from, team, location, department, labels, approver }: Place,
): Promise<PersonPlace> => {
  const where = await loadLocation(world, tenant, location)
  if (where.status === 'unknown') throw new Error('somebody works at a location that does not exist')
  const { country, zone } = where
  return { person, from, team, location, country, zone, department, labels, approver }
}
