import * as v from 'valibot'
import { id, localDate, personId } from '../values.ts'

/** Parts of events as they lie in the store. Strict: what is not known here is a defect. */
export const whole = v.pipe(v.number(), v.safeInteger())
/** n in 1/10,000 of a unit. */
export const parts = v.pipe(v.number(), v.safeInteger())
export const unit = v.picklist(['day', 'minute'])
export const amount = v.strictObject({ unit, n: parts })
export const note = v.nullable(id)
export const doing = { by: personId, on: localDate }
export const decision = { request: id, ...doing }
/** `by` null: nobody did it, the rules did. */
export const said = { request: id, by: v.nullable(personId), on: localDate }
export const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

export const place = {
  team: id,
  location: id,
  country: v.string(),
  zone: v.string(),
  department: v.nullable(id),
  labels: v.array(id),
  approver: v.nullable(personId),
  seq: whole,
}

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))
export const part = v.union([v.picklist(['whole', 'am', 'pm', 'half']), v.strictObject({ from: minute, to: minute })])
export const absentDay = v.strictObject({ day: localDate, part })
export const dates = v.variant('kind', [
  v.strictObject({ kind: v.literal('range'), first: localDate, firstPart: part, last: localDate, lastPart: part }),
  v.strictObject({ kind: v.literal('days'), days: v.array(absentDay) }),
])

export const figures = v.strictObject({
  carried: parts,
  granted: parts,
  taken: parts,
  booked: parts,
  pending: parts,
  expired: parts,
  paidOut: parts,
  balance: parts,
  available: parts,
})

const approver = v.variant('kind', [
  v.strictObject({ kind: v.literal('approver'), up: whole }),
  v.strictObject({ kind: v.literal('head'), department: v.nullable(id) }),
  v.strictObject({ kind: v.literal('role'), role: id }),
  v.strictObject({ kind: v.literal('person'), person: personId }),
])
export const step = v.strictObject({ approvers: v.array(approver), need: v.picklist(['anyOf', 'allOf']) })
export const askedCover = v.nullable(
  v.strictObject({
    person: personId,
    consent: v.picklist(['before', 'parallel']),
    agrees: v.nullable(v.boolean()),
  }),
)

/** What sickness does to other leave. */
export const overLeave = v.variant('kind', [
  v.strictObject({ kind: v.literal('refused') }),
  v.strictObject({
    kind: v.literal('givesBack'),
    leaveTypes: v.nullable(v.array(id)),
    certificate: v.picklist(['needed', 'notNeeded']),
    fromDay: whole,
  }),
])
