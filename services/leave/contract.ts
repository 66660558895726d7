import * as v from 'valibot'
import { departmentChanged, personJoined, personLeft, personMoved } from './src/wire/directory-events.ts'
import { personId } from './src/wire/values.ts'

/** What others may rely on in what leave publishes, as far as anybody does; and what leave relies on in what others publish. */
export const contract = {
  publishes: {
    LeaveViewsChanged: v.strictObject({ person: personId, version: v.number(), audience: v.array(personId) }),
  },
  consumes: {
    directory: {
      PersonJoined: personJoined,
      PersonMoved: personMoved,
      PersonLeft: personLeft,
      DepartmentChanged: departmentChanged,
    },
  },
}
