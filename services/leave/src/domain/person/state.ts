import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import { type Employment, nowhere } from './employment.ts'
import type { Asking, Calendared, Crediting, Doing, PayingOut, Terms, Timetable, Working, Year } from './events.ts'
import type { NoteId, RequestId } from './ids.ts'

/** Each fact is known by the number of its event, so that a figure can name what stands behind it. */
type Fact = { readonly fact: number }

/** One person's facts; every figure is computed from them. */
export type State = {
  readonly owner: PersonId
  /** How many events came before. */
  readonly count: number
  readonly employment: Employment
  /** By their first day; of two for one leave type and day the later word counts. */
  readonly terms: readonly (Terms & Fact)[]
  /** By their first day, no day twice. */
  readonly timetables: readonly (Timetable & Fact)[]
  /** The latest of each location. */
  readonly calendars: readonly (Calendared & Fact)[]
  /** In the order they were made. */
  readonly requests: readonly Asked[]
  readonly credits: readonly (Crediting & Fact)[]
  readonly payOuts: readonly (PayingOut & Fact)[]
  readonly worked: readonly (Working & Fact)[]
  /** By their last day. */
  readonly closedYears: readonly ClosedYear[]
}

/** A leave year that is pinned, and what came later. */
export type ClosedYear = {
  readonly leaveType: string
  readonly last: LocalDate
  /** The pin's, then what each correction added to it. */
  readonly carry: readonly ({ readonly n: Parts } & Fact)[]
  readonly pin: Year & Fact
}

/** A wish, however it was asked for, and what became of it. `fact`: of what last gave it its days, its charges or its status. */
export type Asked = Asking &
  Fact & {
    /** Of sickness: from when on it gives back the leave it lies over; null: it does not, or this is no sickness. */
    readonly givesBackFrom: LocalDate | null
    /** What the cover has answered; null: nothing yet, or nobody was asked. */
    readonly covered: boolean | null
  } & Standing

export type Standing = Waiting | Accepted | Over
/** `since`: the day it was asked for, or changed. `approvals`: those who have said yes, in their order. */
export type Waiting = {
  readonly status: 'pending'
  readonly since: LocalDate
  readonly approvals: readonly Approval[]
}
export type Approval = { readonly level: number } & Doing
export type Answered = { readonly decided: Doing; readonly answer: NoteId | null }
/** `cancel`: somebody wishes to take it back, and waits for a decision. */
export type Accepted = {
  readonly status: 'approved'
  readonly cancel: (Doing & { readonly note: NoteId | null }) | null
} & Answered
export type Over =
  | ({ readonly status: 'declined' | 'withdrawn' | 'cancelled' } & Answered)
  | {
      readonly status: 'expired'
      readonly decided: { readonly by: null; readonly on: LocalDate }
      readonly answer: null
    }

export const initial = (owner: PersonId): State => ({
  owner,
  count: 0,
  employment: nowhere,
  terms: [],
  timetables: [],
  calendars: [],
  requests: [],
  credits: [],
  payOuts: [],
  worked: [],
  closedYears: [],
})

export const requestOf = (state: State, id: RequestId): Asked | undefined =>
  state.requests.find(({ request }) => request === id)
