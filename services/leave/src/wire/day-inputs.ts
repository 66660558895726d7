import * as v from 'valibot'
import { listOf, optional, whose } from './input-parts.ts'
import { id, localDate, personId } from './values.ts'

/** Questions about days. */
const span = { first: localDate, last: localDate }
const group = { people: optional(listOf(personId, 100)), team: optional(id), location: optional(id), ...span }

export const dayViewInput = v.strictObject(group)
export const whoIsAwayInput = v.strictObject({
  ...group,
  leaveTypes: optional(listOf(id, 100)),
  statuses: v.pipe(
    optional(listOf(v.picklist(['pending', 'approved']), 2)),
    v.transform((statuses) => statuses ?? (['pending', 'approved'] as const)),
  ),
})
export const blackoutDaysInput = v.strictObject({ person: whose, ...span })
