import { codecOf } from '@awayday/event-sourcing/codec'
import * as v from 'valibot'
import type { Event } from '#domain/events.ts'
import { dayPart, id, localDate, personId } from './values.ts'

const amount = v.strictObject({ unit: v.picklist(['day', 'minute']), n: v.pipe(v.number(), v.safeInteger()) })
const place = {
  team: id,
  location: id,
  country: v.string(),
  zone: v.string(),
  approver: v.nullable(personId),
  seq: v.pipe(v.number(), v.safeInteger()),
}
const decision = { request: id, by: personId, on: localDate }
const note = v.nullable(id)

/** The shape at rest of each type of event. All are version 1; a change brings an upcaster and another golden file. */
export const personCodec = codecOf<Event>({
  EmploymentStarted: v.strictObject({ on: localDate, ...place }),
  EmploymentMoved: v.strictObject({ from: localDate, ...place }),
  EmploymentEnded: v.strictObject({ on: localDate, seq: place.seq }),
  TermsApplied: v.strictObject({
    policy: id,
    version: v.pipe(v.number(), v.safeInteger()),
    from: localDate,
    leaveType: id,
    yearly: amount,
  }),
  LeaveRequested: v.strictObject({
    request: id,
    leaveType: id,
    by: personId,
    on: localDate,
    first: localDate,
    firstPart: dayPart,
    last: localDate,
    lastPart: dayPart,
    charges: v.array(
      v.union([
        v.strictObject({ day: localDate, amount }),
        v.strictObject({ day: localDate, part: v.picklist(['am', 'pm']), amount }),
      ]),
    ),
    note,
  }),
  LeaveApproved: v.strictObject({ ...decision, note }),
  LeaveDeclined: v.strictObject({ ...decision, note }),
  LeaveWithdrawn: v.strictObject(decision),
  LeaveCancelled: v.strictObject(decision),
})
