import { type LocalDate, unreachable } from '@awayday/kernel'
import { placed, turned } from './employment.ts'
import type { Asking, Doing, Event, Year } from './events.ts'
import type { NoteId, RequestId } from './ids.ts'
import { applied, byFrom } from './in-force.ts'
import type { Answered, Asked, ClosedYear, Standing, State } from './state.ts'

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
      return { ...state, terms: [...others, ...applied(own, { ...terms, fact }, ({ policy }) => policy)].sort(byFrom) }
    }
    case 'ScheduleApplied': {
      const { type, ...timetable } = event
      return { ...state, timetables: applied(state.timetables, { ...timetable, fact }, ({ schedule }) => schedule) }
    }
    case 'CalendarApplied': {
      const { type, ...calendar } = event
      const others = state.calendars.filter(({ location }) => location !== calendar.location)
      return { ...state, calendars: [...others, { ...calendar, fact }] }
    }
    case 'LeaveRecharged':
      return event.leaves.reduce(
        (all, { request, charges }) => changed(all, request, (it) => ({ ...it, charges, fact })),
        state,
      )
    case 'LeaveRequested':
      return asked(state, event, { status: 'pending', since: event.on, approvals: [] }, fact)
    case 'LeaveEntered':
      return asked(state, event, { status: 'approved', ...answered(event, null), cancel: null }, fact)
    case 'SicknessRecorded': {
      const standing = { status: 'approved', ...answered(event, null), cancel: null } as const
      return asked(state, event, standing, fact, event.givesBackFrom)
    }
    case 'CoverAnswered':
      return changed(state, event.request, (it) => ({ ...it, covered: event.agrees }))
    case 'LevelApproved': {
      const { level, by, on } = event
      return changed(state, event.request, (it) =>
        it.status === 'pending' ? { ...it, approvals: [...it.approvals, { level, by, on }] } : it,
      )
    }
    case 'LeaveApproved':
      return stands(state, event, { status: 'approved', ...answered(event, event.note), cancel: null }, fact)
    case 'LeaveDeclined':
      return stands(state, event, { status: 'declined', ...answered(event, event.note) }, fact)
    case 'LeaveWithdrawn':
      return stands(state, event, { status: 'withdrawn', ...answered(event, null) }, fact)
    case 'LeaveCancelled':
      return stands(state, event, { status: 'cancelled', ...answered(event, null) }, fact)
    case 'LeaveExpired':
      return stands(state, event, { status: 'expired', decided: { by: null, on: event.on }, answer: null }, fact)
    case 'CancelRequested': {
      const { by, on, note } = event
      return changed(state, event.request, (it) =>
        it.status === 'approved' ? { ...it, cancel: { by, on, note } } : it,
      )
    }
    case 'CancelDeclined':
      return changed(state, event.request, (it) => (it.status === 'approved' ? { ...it, cancel: null } : it))
    case 'LeaveEdited': {
      const { dates, charges, approved, on } = event
      return changed(state, event.request, (it) =>
        approved
          ? { ...it, dates, charges, fact }
          : { ...askingOf(it), dates, charges, fact, status: 'pending', since: on, approvals: [] },
      )
    }
    case 'LeaveDaysCancelled': {
      const { dates, charges } = event
      return changed(state, event.request, (it) => ({ ...it, dates, charges, fact }))
    }
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
    case 'YearClosed': {
      const { type, rules, ...year } = event
      const { leaveType, last, carry } = year
      const closed = { leaveType, last, carry: [{ n: carry, fact }], pin: { ...year, fact } }
      return { ...state, closedYears: [...state.closedYears, closed].sort((a, b) => (a.last < b.last ? -1 : 1)) }
    }
    case 'YearCorrected':
      return { ...state, closedYears: state.closedYears.map((year) => corrected(year, event, fact)) }
    default:
      return unreachable(event)
  }
}

const answered = ({ by, on }: Doing, answer: NoteId | null): Answered => ({ decided: { by, on }, answer })

const asked = (
  state: State,
  { request, leaveType, dates, charges, cover, by, on, note }: Asking,
  standing: Standing,
  fact: number,
  givesBackFrom: LocalDate | null = null,
): State => {
  const asking = { request, leaveType, dates, charges, cover, by, on, note }
  return { ...state, requests: [...state.requests, { ...asking, ...standing, fact, givesBackFrom, covered: null }] }
}

const changed = (state: State, id: RequestId, change: (asked: Asked) => Asked): State => ({
  ...state,
  requests: state.requests.map((asked) => (asked.request === id ? change(asked) : asked)),
})

const stands = (state: State, { request }: { readonly request: RequestId }, standing: Standing, fact: number): State =>
  changed(state, request, (asked) => ({ ...askingOf(asked), ...standing, fact }))

/** A wish without what became of it. */
const askingOf = ({ request, leaveType, dates, charges, cover, by, on, note, givesBackFrom, covered }: Asked) => ({
  request,
  leaveType,
  dates,
  charges,
  cover,
  by,
  on,
  note,
  givesBackFrom,
  covered,
})

const corrected = (year: ClosedYear, { leaveType, last, carry }: Year, fact: number): ClosedYear =>
  year.leaveType === leaveType && year.last === last ? { ...year, carry: [...year.carry, { n: carry, fact }] } : year
