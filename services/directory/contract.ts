import * as v from 'valibot'
import { id, localDate, personId } from './src/wire/values.ts'

const place = {
  person: personId,
  from: localDate,
  team: id,
  location: id,
  country: v.string(),
  zone: v.string(),
  department: v.nullable(id),
  labels: v.array(id),
  approver: v.nullable(personId),
}

/** What others may rely on in what the directory publishes: every member is always there. Whoever takes one away breaks them. */
export const contract = {
  publishes: {
    PersonJoined: v.strictObject(place),
    PersonMoved: v.strictObject(place),
    PersonLeft: v.strictObject({ person: personId, on: localDate }),
    DepartmentChanged: v.strictObject({ department: id, parent: v.nullable(id), head: v.nullable(personId) }),
  },
}
