import * as v from 'valibot'
import type { Dates } from '#domain/time/absence.ts'
import type { Charge } from '#domain/time/charged.ts'
import { dayPart, id, localDate, personId } from '../values.ts'
import { amount, dates, decision, doing, note, part, parts, place, unit, whole } from './values.ts'

/** Nobody was in a department, or had labels. */
const { department, labels, ...formerPlace } = place
const unlabelled = { department: null, labels: [] }

/** The cost of a day had names for its members. */
const charged = { day: localDate, part, unit, n: parts }
const charges = v.array(v.union([v.strictObject(charged), v.strictObject({ ...charged, sandwiched: v.literal(true) })]))

/** Events as they once were written, and what they say in today's words. Never edited. */
export const former = {
  EmploymentStarted: [
    v.pipe(
      v.strictObject({ on: localDate, ...formerPlace }),
      v.transform((started) => ({ ...started, ...unlabelled })),
    ),
  ],
  EmploymentMoved: [
    v.pipe(
      v.strictObject({ from: localDate, ...formerPlace }),
      v.transform((moved) => ({ ...moved, ...unlabelled })),
    ),
  ],

  /** Somebody always did it. */
  LeaveApproved: [v.strictObject({ ...decision, note })],
  LeaveDeclined: [v.strictObject({ ...decision, note })],
  LeaveCancelled: [v.strictObject(decision)],

  /** A policy was one amount a year, granted in full. */
  TermsApplied: [
    v.pipe(
      v.strictObject({ policy: id, version: whole, from: localDate, leaveType: id, yearly: amount }),
      v.transform(({ yearly, ...terms }) => ({ ...terms, document: { yearly } })),
    ),
  ],
  /** Nobody said whether a certificate came with leave. */
  LeaveEntered: [
    v.pipe(
      v.strictObject({
        request: id,
        leaveType: id,
        ...doing,
        dates,
        charges,
        cover: v.nullable(personId),
        note,
        overridden: v.array(id),
        uncovered: v.array(v.strictObject({ day: localDate, n: parts })),
      }),
      v.transform((entered) => ({ ...entered, certificate: false })),
    ),
  ],
  /** A change of accepted leave took the place of the leave at once. */
  LeaveRecharged: [
    v.pipe(
      v.strictObject({
        leaves: v.array(v.strictObject({ request: id, charges })),
        because: v.strictObject({
          kind: v.picklist(['terms', 'schedule', 'calendar', 'employment', 'sickness', 'leave']),
          document: id,
          version: whole,
        }),
      }),
      v.transform((recharged) => ({ ...recharged, proposals: [] })),
    ),
  ],
  /** Leave was a range of days and halves; the cost of a day an amount. */
  LeaveRequested: [
    v.pipe(
      v.strictObject({
        request: id,
        leaveType: id,
        ...doing,
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
      v.transform(({ first, firstPart, last, lastPart, charges, ...asked }) => ({
        ...asked,
        dates: { kind: 'range', first, firstPart, last, lastPart } satisfies Dates,
        charges: charges.map(
          (charge): Charge => ({
            day: charge.day,
            part: 'part' in charge ? charge.part : 'whole',
            ...charge.amount,
          }),
        ),
        cover: null,
        exceptions: [],
        certificate: false,
      })),
    ),
    v.pipe(
      v.strictObject({
        request: id,
        leaveType: id,
        ...doing,
        dates,
        charges,
        cover: v.nullable(personId),
        note,
        exceptions: v.array(id),
      }),
      v.transform((requested) => ({ ...requested, certificate: false })),
    ),
  ],
}
