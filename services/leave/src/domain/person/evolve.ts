import { type PersonId, unreachable } from '@awayday/kernel'
import { type Approval, evolve as approvalAfter } from '../approval/approval.ts'
import type { ApprovalEvent } from '../approval/events.ts'
import type { Figures } from '../ledger/figures.ts'
import { placed, turned } from './employment.ts'
import type { Asking, Event, Year } from './events.ts'
import type { NoteId, RequestId } from './ids.ts'
import { applied, byFrom } from './in-force.ts'
import { afterRevoking } from './revoked-entries.ts'
import { isSameDeputy } from './same-deputy.ts'
import type { Asked, ClosedYear, State } from './state.ts'
import { usualApproval } from './usual-approval.ts'

export const evolve = (before: State, event: Event): State => {
  const fact = before.count
  const state = { ...before, count: fact + 1 }
  switch (event.type) {
    case 'EmploymentStarted': {
      const { type, on, ...place } = event
      const started = turned(state.employment, { kind: 'started', on, seq: place.seq, fact })
      return { ...state, employment: placed(started, { from: on, ...place }) }
    }
    case 'EmploymentMoved': {
      const { type, ...place } = event
      return { ...state, employment: placed(state.employment, place) }
    }
    case 'EmploymentEnded': {
      const { on, seq } = event
      return { ...state, employment: turned(state.employment, { kind: 'ended', on, seq, fact }) }
    }
    case 'TermsApplied': {
      const { type, ...terms } = event
      const others = state.terms.filter(({ leaveType }) => leaveType !== terms.leaveType)
      const own = state.terms.filter(({ leaveType }) => leaveType === terms.leaveType)
      return { ...state, terms: [...others, ...applied(own, { ...terms, fact })].sort(byFrom) }
    }
    case 'ScheduleApplied': {
      const { type, ...timetable } = event
      return { ...state, timetables: applied(state.timetables, { ...timetable, fact }) }
    }
    case 'CalendarApplied': {
      const { type, ...calendar } = event
      const others = state.calendars.filter(({ location }) => location !== calendar.location)
      const own = state.calendars.filter(({ location }) => location === calendar.location)
      return { ...state, calendars: [...others, ...applied(own, { ...calendar, fact })].sort(byFrom) }
    }
    case 'Imported':
      return state
    case 'LeaveRecharged':
      return event.proposals.reduce(
        (all, { request, charges }) =>
          changed(all, request, (it) => ({ ...it, proposal: it.proposal && { ...it.proposal, charges } })),
        event.leaves.reduce(
          (all, { request, charges }) => changed(all, request, (it) => ({ ...it, charges, fact })),
          state,
        ),
      )
    case 'LeaveRequested':
      return asked(state, event, usualApproval(state.owner, event), fact, {
        certificate: event.certificate,
        exceptions: event.exceptions,
      })
    case 'LeaveEntered': {
      const { certificate, overridden, uncovered } = event
      return asked(state, event, accepted(state.owner, event), fact, { certificate, overridden, uncovered })
    }
    case 'SicknessRecorded': {
      const { certificate, overLeave } = event
      const sick = { certificate, overLeave }
      return asked(state, event, accepted(state.owner, event), fact, { certificate: certificate !== null, sick })
    }
    case 'SicknessCertified': {
      const { certificate } = event
      return changed(state, event.request, (it) => ({
        ...it,
        certificate: true,
        sick: it.sick && { ...it.sick, certificate },
      }))
    }
    case 'ApprovalStarted':
    case 'ChangeRequested':
      return changed(state, event.request, (it) => moved(it, { ...event, person: state.owner }))
    case 'CoverAnswered':
    case 'LeaveEscalated':
      return changed(state, event.request, (it) => moved(it, event))
    case 'LeaveWaits':
      return changed(state, event.request, (it) => ({ ...it, waitsFor: event.for }))
    case 'LeaveReminded': {
      const { who, after, on } = event
      return changed(state, event.request, (it) => ({ ...it, reminded: [...it.reminded, { who, after, on }] }))
    }
    case 'CancelRequested':
      return changed(state, event.request, (it) => ({ ...noted(moved(it, event), event.note), proposal: null }))
    case 'LevelApproved':
    case 'CancelDeclined':
      return changed(state, event.request, (it) => noted(moved(it, event), event.note))
    case 'RulesOverridden':
      return changed(state, event.request, (it) => ({ ...it, overridden: [...it.overridden, ...event.rules] }))
    case 'LeaveApproved':
    case 'LeaveDeclined':
      return changed(state, event.request, (it) => ({
        ...noted(moved(it, event), event.note),
        ...(event.type === 'LeaveApproved' && { accepted: fact }),
        answer: event.note,
        fact,
      }))
    case 'LeaveExpired':
    case 'LeaveWithdrawn':
    case 'LeaveCancelled':
      return changed(state, event.request, (it) => ({ ...moved(it, event), proposal: null, fact }))
    case 'LeaveEdited': {
      const { dates, charges, cover } = event
      return changed(state, event.request, (it) => ({ ...it, dates, charges, cover, proposal: null, fact }))
    }
    case 'LeaveDaysCancelled': {
      const { dates, charges } = event
      return changed(state, event.request, (it) => ({ ...it, dates, charges, proposal: null, fact }))
    }
    case 'ChangeProposed': {
      const { dates, charges, cover, by, on } = event
      return changed(state, event.request, (it) => ({ ...it, proposal: { dates, charges, cover, by, on } }))
    }
    case 'ChangeApproved':
      return changed(state, event.request, (it) => ({
        ...answered(it, event),
        ...(it.proposal && { dates: it.proposal.dates, charges: it.proposal.charges, cover: it.proposal.cover }),
        fact,
      }))
    case 'ChangeDeclined':
      return changed(state, event.request, (it) => answered(it, event))
    case 'ChangeExpired':
    case 'ChangeWithdrawn':
      return changed(state, event.request, (it) => ({ ...moved(it, event), proposal: null }))
    case 'DeputyNamed': {
      const { type, by, on, ...deputing } = event
      return { ...state, deputies: [...state.deputies, deputing] }
    }
    case 'DeputyRemoved':
      return { ...state, deputies: state.deputies.filter((one) => !isSameDeputy(one, event)) }
    case 'Credited': {
      const { type, ...credit } = event
      return { ...state, credits: [...state.credits, { ...credit, fact }] }
    }
    case 'PaidOut': {
      const { type, ...payOut } = event
      return { ...state, payOuts: [...state.payOuts, { ...payOut, fact }] }
    }
    case 'WorkRecorded': {
      const { type, ...working } = event
      return { ...state, worked: [...state.worked, { ...working, fact }] }
    }
    case 'EntryRevoked':
      return afterRevoking(state, event, fact)
    case 'YearClosed': {
      const { leaveType, last, figures, carry, forfeited } = event
      const closed = { leaveType, last, carry: [{ n: carry, fact }], figures, forfeited }
      return { ...state, closedYears: [...state.closedYears, closed].sort((a, b) => (a.last < b.last ? -1 : 1)) }
    }
    case 'YearCorrected':
      return { ...state, closedYears: state.closedYears.map((year) => corrected(year, event, fact)) }
    default:
      return unreachable(event)
  }
}

const accepted = (person: PersonId, { request, by, on }: Asking): Approval => ({
  request,
  person,
  levels: [],
  status: 'approved',
  kept: null,
  cover: null,
  by,
  on,
})

const asked = (
  state: State,
  { request, leaveType, dates, charges, cover, by, on, note }: Asking,
  approval: Approval,
  fact: number,
  told: Pick<Asked, 'certificate'> & Partial<Pick<Asked, 'exceptions' | 'overridden' | 'uncovered' | 'sick'>>,
): State => {
  const notes = note === null ? [] : [note]
  const asking = { request, leaveType, dates, charges, cover, by, on, note }
  return {
    ...state,
    requests: [
      ...state.requests,
      {
        ...asking,
        approval,
        accepted: approval.status === 'approved' ? fact : null,
        proposal: null,
        exceptions: [],
        overridden: [],
        uncovered: [],
        answer: null,
        notes,
        waitsFor: null,
        reminded: [],
        sick: null,
        fact,
        ...told,
      },
    ],
  }
}

const changed = (state: State, id: RequestId, change: (asked: Asked) => Asked): State => ({
  ...state,
  requests: state.requests.map((asked) => (asked.request === id ? change(asked) : asked)),
})

const moved = (asked: Asked, event: ApprovalEvent): Asked => ({
  ...asked,
  approval: approvalAfter(asked.approval, event) ?? asked.approval,
})

/** A change is decided, and with it no longer proposed. */
const answered = (asked: Asked, event: Extract<Event, { type: 'ChangeApproved' | 'ChangeDeclined' }>): Asked => ({
  ...noted(moved(asked, event), event.note),
  answer: event.note,
  proposal: null,
})

const noted = (asked: Asked, note: NoteId | null): Asked =>
  note === null ? asked : { ...asked, notes: [...asked.notes, note] }

const corrected = (year: ClosedYear, { leaveType, last, ...change }: Year, fact: number): ClosedYear =>
  year.leaveType === leaveType && year.last === last
    ? {
        leaveType,
        last,
        carry: [...year.carry, { n: change.carry, fact }],
        figures: sumOf(year.figures, change.figures),
        forfeited: year.forfeited + change.forfeited,
      }
    : year

const sumOf = (a: Figures, b: Figures): Figures => ({
  carried: a.carried + b.carried,
  granted: a.granted + b.granted,
  taken: a.taken + b.taken,
  booked: a.booked + b.booked,
  pending: a.pending + b.pending,
  expired: a.expired + b.expired,
  paidOut: a.paidOut + b.paidOut,
  balance: a.balance + b.balance,
  available: a.available + b.available,
})
