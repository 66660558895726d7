import * as v from 'valibot'
import { id, localDate, personId } from './values.ts'

/** What the directory publishes, as it arrives. Members may be added there. */
const place = {
  person: personId,
  from: localDate,
  team: id,
  location: id,
  country: v.string(),
  zone: v.string(),
  // Absent in what was published before there were any.
  department: v.optional(v.nullable(id), null),
  labels: v.optional(v.array(id), []),
  approver: v.nullable(personId),
}
export const personJoined = v.object(place)
export const personMoved = v.object(place)
export const departmentChanged = v.object({ department: id, parent: v.nullable(id), head: v.nullable(personId) })
export const personLeft = v.object({ person: personId, on: localDate })

/** 100 events at most are in one record. */
const EVENTS_MAX = 100

/**
 * The place of an event in its stream, from its id `<stream>@<version>.<index>`: a later event has a higher one. An id of
 * another shape is a defect of the publisher.
 */
export const seqOf = (eventId: string): number => {
  const [, version, index] = /@(\d{1,10})\.(\d{1,2})$/.exec(eventId) ?? []
  if (version === undefined || index === undefined) throw new Error('not the id of an event in a stream')
  return Number(version) * EVENTS_MAX + Number(index)
}
