import { codecOf } from '@awayday/event-sourcing/codec'
import * as v from 'valibot'
import type { Event } from '#domain/person/events.ts'
import { charges, chargesAtRest, rechargedAtRest } from './at-rest/charges.ts'
import { former } from './at-rest/former.ts'
import {
  absentDay,
  amount,
  askedCover,
  dates,
  decision,
  doing,
  figures,
  hash,
  note,
  overLeave,
  parts,
  place,
  said,
  step,
  whole,
} from './at-rest/values.ts'
import { id, localDate, personId } from './values.ts'

const asking = { request: id, leaveType: id, ...doing, dates, charges, cover: v.nullable(personId), note }
const certificate = v.strictObject({ first: localDate, last: localDate })
const deputing = { deputy: personId, first: localDate, last: localDate, ...doing }
const change = { ...decision, dates, charges, cover: v.nullable(personId) }
const started = { ...said, levels: v.array(step), level: whole, cover: askedCover }
const recharged = v.array(v.strictObject({ request: id, charges }))
const year = { leaveType: id, last: localDate, figures, carry: parts, forfeited: parts }

/** The shape at rest of each type of event, as it is written today. A change brings an upcaster and another golden file. */
const codec = codecOf<Event>(
  {
    EmploymentStarted: v.strictObject({ on: localDate, ...place }),
    EmploymentMoved: v.strictObject({ from: localDate, ...place }),
    EmploymentEnded: v.strictObject({ on: localDate, seq: place.seq }),
    Imported: v.strictObject({ entries: whole, ...doing }),
    TermsApplied: v.strictObject({
      policy: id,
      version: whole,
      from: localDate,
      leaveType: id,
      document: v.nullable(v.union([hash, v.strictObject({ yearly: amount })])),
    }),
    ScheduleApplied: v.strictObject({ schedule: id, version: whole, from: localDate, document: hash }),
    CalendarApplied: v.strictObject({ location: id, version: whole, from: localDate, document: hash }),
    LeaveRecharged: v.strictObject({
      leaves: recharged,
      proposals: recharged,
      because: v.strictObject({
        kind: v.picklist(['terms', 'schedule', 'calendar', 'employment', 'sickness', 'leave']),
        document: id,
        version: whole,
      }),
    }),
    LeaveRequested: v.strictObject({ ...asking, exceptions: v.array(id), certificate: v.boolean() }),
    LeaveEntered: v.strictObject({
      ...asking,
      overridden: v.array(id),
      uncovered: v.array(v.strictObject({ day: localDate, n: parts })),
      certificate: v.boolean(),
    }),
    SicknessRecorded: v.strictObject({
      ...asking,
      certificate: v.nullable(certificate),
      overLeave,
    }),
    SicknessCertified: v.strictObject({ ...decision, certificate }),
    ApprovalStarted: v.strictObject(started),
    CoverAnswered: v.strictObject({ ...said, agrees: v.boolean() }),
    LevelApproved: v.strictObject({ ...said, level: whole, next: whole, note }),
    LeaveEscalated: v.strictObject({ ...said, level: whole, seat: whole, because: v.picklist(['away', 'silence']) }),
    RulesOverridden: v.strictObject({ ...decision, rules: v.array(id) }),
    LeaveApproved: v.strictObject({ ...said, note }),
    LeaveDeclined: v.strictObject({ ...said, note }),
    LeaveExpired: v.strictObject(said),
    LeaveWithdrawn: v.strictObject(decision),
    LeaveCancelled: v.strictObject(said),
    CancelRequested: v.strictObject({ ...said, level: whole, note }),
    CancelDeclined: v.strictObject({ ...said, note }),
    LeaveWaits: v.strictObject({ ...said, for: v.array(v.nullable(personId)) }),
    LeaveReminded: v.strictObject({ ...said, who: v.nullable(personId), after: whole }),
    ChangeProposed: v.strictObject(change),
    ChangeRequested: v.strictObject(started),
    ChangeApproved: v.strictObject({ ...said, note }),
    ChangeDeclined: v.strictObject({ ...said, note }),
    ChangeExpired: v.strictObject(said),
    ChangeWithdrawn: v.strictObject(said),
    LeaveEdited: v.strictObject(change),
    LeaveDaysCancelled: v.strictObject({ ...decision, days: v.array(absentDay), dates, charges }),
    DeputyNamed: v.strictObject(deputing),
    DeputyRemoved: v.strictObject(deputing),
    Credited: v.strictObject({
      credit: id,
      leaveType: id,
      source: v.picklist(['manual', 'opening', 'correction', 'toil', 'bought']),
      n: parts,
      from: localDate,
      until: v.nullable(localDate),
      overridden: v.boolean(),
      ...doing,
      note,
    }),
    PaidOut: v.strictObject({
      payOut: id,
      leaveType: id,
      n: parts,
      money: v.nullable(v.strictObject({ currency: v.string(), n: whole })),
      ...doing,
      note,
    }),
    WorkRecorded: v.strictObject({ record: id, first: localDate, last: localDate, minutes: whole, ...doing }),
    EntryRevoked: v.strictObject({
      kind: v.picklist(['credit', 'payOut', 'work']),
      id,
      overridden: v.boolean(),
      ...doing,
      note,
    }),
    YearClosed: v.strictObject({ ...year, rules: whole }),
    YearCorrected: v.strictObject(year),
  },
  former,
)

const dataOf = (event: Event): unknown => {
  const { type, ...data } = event
  if (event.type === 'LeaveRecharged')
    return { ...data, leaves: rechargedAtRest(event.leaves), proposals: rechargedAtRest(event.proposals) }
  return 'charges' in event ? { ...data, charges: chargesAtRest(event.charges) } : data
}

export const personCodec = { ...codec, encode: (event: Event) => ({ ...codec.encode(event), data: dataOf(event) }) }
