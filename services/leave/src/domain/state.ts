import { type LocalDate, type PersonId, unreachable } from '@awayday/kernel'
import type { Charge } from './charge.ts'
import { type Employment, nowhere, placed, turned } from './employment.ts'
import type { Asking, Decision, Event, NoteId, RequestId } from './events.ts'
import type { Terms } from './starter-terms.ts'

/** One person's facts; every figure is computed from them. */
export type State = {
  readonly owner: PersonId
  /** How many events came before: each fact below is known by its number, so that a figure can name the event behind it. */
  readonly count: number
  readonly employment: Employment
  /** By their first day; of two for one leave type and day the later word counts. */
  readonly terms: readonly (Terms & { readonly fact: number })[]
  /** In the order they were made. */
  readonly requests: readonly Asked[]
}

export type Asked = Asking & {
  readonly askedOn: LocalDate
  readonly charges: readonly Charge[]
  readonly note: NoteId | null
  /** The number of the event that gave it its status. */
  readonly fact: number
} & ({ readonly status: 'pending' } | Decided)

export type Decided = {
  readonly status: 'approved' | 'declined' | 'withdrawn' | 'cancelled'
  readonly by: PersonId
  readonly on: LocalDate
  readonly answer: NoteId | null
}

export const initial = (owner: PersonId): State => ({ owner, count: 0, employment: nowhere, terms: [], requests: [] })

export const evolve = (before: State, event: Event): State => {
  const state = { ...before, count: before.count + 1 }
  const fact = before.count
  switch (event.type) {
    case 'EmploymentStarted': {
      const { type, on, ...place } = event
      const started = turned(state.employment, { kind: 'started', on, seq: place.seq })
      return { ...state, employment: placed(started, { from: on, ...place }) }
    }
    case 'EmploymentMoved': {
      const { type, ...place } = event
      return { ...state, employment: placed(state.employment, place) }
    }
    case 'EmploymentEnded':
      return { ...state, employment: turned(state.employment, { kind: 'ended', on: event.on, seq: event.seq }) }
    case 'TermsApplied': {
      const { type, ...terms } = event
      const others = state.terms.filter((it) => it.leaveType !== terms.leaveType || it.from !== terms.from)
      return { ...state, terms: [...others, { ...terms, fact }].sort((a, b) => (a.from < b.from ? -1 : 1)) }
    }
    case 'LeaveRequested': {
      const { type, by, on, ...asking } = event
      return { ...state, requests: [...state.requests, { ...asking, askedOn: on, status: 'pending', fact }] }
    }
    case 'LeaveApproved':
      return decided(state, event, { status: 'approved', answer: event.note }, fact)
    case 'LeaveDeclined':
      return decided(state, event, { status: 'declined', answer: event.note }, fact)
    case 'LeaveWithdrawn':
      return decided(state, event, { status: 'withdrawn', answer: null }, fact)
    case 'LeaveCancelled':
      return decided(state, event, { status: 'cancelled', answer: null }, fact)
    default:
      return unreachable(event)
  }
}

export const requestOf = (state: State, id: RequestId): Asked | undefined =>
  state.requests.find(({ request }) => request === id)

/** The terms in force on a day. */
export const termsOn = (state: State, leaveType: string, day: LocalDate): (Terms & { fact: number }) | undefined =>
  state.terms.findLast((terms) => terms.leaveType === leaveType && terms.from <= day)

const decided = (
  state: State,
  { request, by, on }: Decision,
  outcome: Pick<Decided, 'status' | 'answer'>,
  fact: number,
): State => ({
  ...state,
  requests: state.requests.map((asked) => (asked.request === request ? { ...asked, by, on, ...outcome, fact } : asked)),
})
