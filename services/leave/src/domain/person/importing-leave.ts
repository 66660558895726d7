import { err, ok, type PersonId, unreachable } from '@awayday/kernel'
import { start } from '../approval/start.ts'
import { notDates } from '../time/not-dates.ts'
import type { Context } from './context.ts'
import { counts, type ImportedLeave } from './entries.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import { rangeOf } from './range-of.ts'
import { costOf } from './recharging.ts'
import type { Decided } from './requesting.ts'
import { said } from './said.ts'
import { comesBack, recordSickness } from './sickness.ts'
import { type Asked, requestOf, type State } from './state.ts'
import { isUsual } from './usual-approval.ts'
import { notEmployedWithin, overlapping, wishOf } from './wishes.ts'
import { withOthers } from './with-others.ts'

/** Leave with what became of it: the events that would have happened here. */
export const importLeave = (leave: ImportedLeave, state: State, context: Context): Decided => {
  const known = requestOf(state, leave.request)
  if (known) return isSame(known, leave) ? ok([]) : err({ type: 'ImportedOtherwise', id: leave.request })
  return leave.sick ? importSickness(leave, state, context) : importAsked(leave, state, context)
}

const isSame = ({ leaveType, dates, approval }: Asked, leave: ImportedLeave): boolean =>
  leaveType === leave.leaveType && statusOf(approval) === leave.status && sameDates(dates, leave.dates)

/** A change that waits is no part of the leave as it stands. */
const statusOf = ({ status }: Asked['approval']): ImportedLeave['status'] =>
  status === 'changeRequested' ? 'approved' : status

/** Both were read by the same eyes, so equal dates are written alike. */
const sameDates = (a: Asked['dates'], b: Asked['dates']): boolean =>
  a.kind === 'range' && b.kind === 'range'
    ? same([a.first, a.firstPart, a.last, a.lastPart], [b.first, b.firstPart, b.last, b.lastPart])
    : a.kind === 'days' &&
      b.kind === 'days' &&
      same(
        a.days.flatMap(({ day, part }) => [day, part]),
        b.days.flatMap(({ day, part }) => [day, part]),
      )

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b)

const importAsked = (leave: ImportedLeave, state: State, context: Context): Decided => {
  const { request, leaveType, dates, status, askedOn } = leave
  if (!context.company.leaveTypes.some(({ id }) => id === leaveType))
    return err({ type: 'UnknownLeaveType', leaveType })
  const malformed = notDates(dates)
  if (malformed) return err(malformed)
  const facts = factsOf(state, context.documents)
  const clash = counts(status) ? overlapping(leave, state, facts, (other) => !fellInto(other, leave)) : undefined
  if (clash) return err(clash)
  const charges = costOf(leave, state, facts)
  const absent = leave.free ? undefined : notEmployedWithin(dates, state)
  if (absent) return err({ type: 'NotEmployed', on: absent })
  if (charges.length === 0 && !leave.free) return err({ type: 'NoWorkingDay', ...rangeOf(dates) })
  const doing = { by: state.owner, on: askedOn }
  const asking = { request, leaveType, dates, charges, cover: null }
  const asked: Event = { type: 'LeaveRequested', ...asking, exceptions: [], certificate: false, note: null, ...doing }
  const started = start(context.office, wishOf(asking, state), doing)
  const levels = started.ok ? started.value.filter((event) => event.type === 'ApprovalStarted' && !isUsual(event)) : []
  const events = [asked, ...levels.map((event) => said(event, null)), ...outcomeOf(leave, state.owner)]
  return ok(withOthers(state, events, leave, context))
}

/** Whether it is sickness that was recorded while the leave waited for a decision. */
const fellInto = ({ sick, on }: Asked, { leaveType, askedOn, status, decidedOn }: ImportedLeave): boolean =>
  sick !== null &&
  comesBack(sick.overLeave, leaveType) &&
  askedOn <= on &&
  (status === 'pending' || on <= (decidedOn ?? askedOn))

/** Sickness gives other leave back as if it had been recorded here. */
const importSickness = (leave: ImportedLeave, state: State, context: Context): Decided => {
  const { request, leaveType, dates, status, askedOn, sick } = leave
  const by = state.owner
  const certificate = sick?.certificate ?? null
  const recorded = recordSickness(
    {
      type: 'RecordSickness',
      request,
      leaveType,
      dates,
      certificate,
      cover: null,
      note: null,
      by,
      on: askedOn,
      as: [],
    },
    state,
    context,
  )
  if (!recorded.ok) return recorded
  const said = recorded.value.map((event) =>
    event.type === 'SicknessRecorded' && status === 'approved' ? { ...event, by: leave.decidedBy ?? by } : event,
  )
  return ok([...said, ...ending(leave, by)])
}

/** What was decided after it was asked for. */
const outcomeOf = (leave: ImportedLeave, owner: PersonId): readonly Event[] => {
  const { request, status, decidedBy: by, askedOn, decidedOn } = leave
  const approved: Event = { type: 'LeaveApproved', request, by, on: decidedOn ?? askedOn, note: null }
  switch (status) {
    case 'approved':
      return [approved]
    case 'cancelled':
    case 'cancelRequested':
      return [approved, ...ending(leave, owner)]
    default:
      return ending(leave, owner)
  }
}

const ending = (
  { request, status, decidedBy: by, askedOn, decidedOn }: ImportedLeave,
  owner: PersonId,
): readonly Event[] => {
  const on = decidedOn ?? askedOn
  switch (status) {
    case 'pending':
    case 'approved':
      return []
    case 'cancelRequested':
      return [{ type: 'CancelRequested', request, level: 0, by: owner, on, note: null }]
    case 'declined':
      return [{ type: 'LeaveDeclined', request, by, on, note: null }]
    case 'expired':
      return [{ type: 'LeaveExpired', request, by: null, on }]
    case 'withdrawn':
      return [{ type: 'LeaveWithdrawn', request, by: owner, on }]
    case 'cancelled':
      return [{ type: 'LeaveCancelled', request, by: by ?? owner, on }]
    default:
      return unreachable(status)
  }
}
