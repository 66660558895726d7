import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval } from '../approval/approval.ts'
import type { Figures } from '../ledger/figures.ts'
import type { Parts } from '../policy/plan.ts'
import { type Employment, nowhere } from './employment.ts'
import type {
  Asking,
  Calendared,
  Crediting,
  Deputing,
  PayingOut,
  Revoking,
  Sick,
  Terms,
  Timetable,
  Working,
} from './events.ts'
import type { NoteId, RequestId } from './ids.ts'
import type { Proposal } from './proposal.ts'

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
  /** By their first day; of a location no day twice. */
  readonly calendars: readonly (Calendared & Fact)[]
  /** In the order they were made. */
  readonly requests: readonly Asked[]
  readonly credits: readonly (Crediting & Fact)[]
  readonly payOuts: readonly (PayingOut & Fact)[]
  readonly worked: readonly (Working & Fact)[]
  /** Credits, pay-outs and work that are no longer in these lists. */
  readonly revoked: readonly Revoked[]
  /** Who stands in for the person. */
  readonly deputies: readonly Deputing[]
  /** By their last day. */
  readonly closedYears: readonly ClosedYear[]
}

/** `given`: what was said when it was entered, which must not be forgotten either. */
export type Revoked = Revoking & Fact & { readonly given: NoteId | null }

/** A leave year that is pinned, and what came later. */
export type ClosedYear = {
  readonly leaveType: string
  readonly last: LocalDate
  /** The pin's, then what each correction added to it. */
  readonly carry: readonly ({ readonly n: Parts } & Fact)[]
  /** What is pinned, with all corrections. */
  readonly figures: Figures
  readonly forfeited: Parts
}

/** A wish, however it was asked for, and what became of it. `fact`: of what last gave it its days, its charges or its status. */
export type Asked = Asking &
  Fact & {
    readonly approval: Approval
    /** The number of the event that accepted it; null: none has yet. */
    readonly accepted: number | null
    /** What it is to become, once that is approved. */
    readonly proposal: Proposal | null
    /** Whether a certificate came with it. */
    readonly certificate: boolean
    /** Rules that it breaks: for which an exception was asked, and which were set aside by whoever entered or approved it. */
    readonly exceptions: readonly string[]
    readonly overridden: readonly string[]
    /** Of entered leave: the days that became overdraft, and how much of each; n in the unit of the charges. */
    readonly uncovered: readonly { readonly day: LocalDate; readonly n: Parts }[]
    /** What whoever decided said about it. */
    readonly answer: NoteId | null
    /** Everything that was said, the reason included: what must not be forgotten. */
    readonly notes: readonly NoteId[]
    /** Whose word it waits, or last waited, for; null among them: whoever holds a role. Null: whoever approves for the person. */
    readonly waitsFor: readonly (PersonId | null)[] | null
    readonly reminded: readonly Reminded[]
    /** Null: it was not recorded as sickness. */
    readonly sick: Sick | null
  }

/** Who was reminded that somebody waits for them, after how many of their working days. */
export type Reminded = { readonly who: PersonId | null; readonly after: number; readonly on: LocalDate }

/** Whether it counts: it keeps its days from other leave, and takes them from the balance as accepted or pending. */
export const isPending = ({ approval }: Asked): boolean => approval.status === 'pending'
export const isAccepted = ({ approval: { status } }: Asked): boolean =>
  status === 'approved' || status === 'cancelRequested' || status === 'changeRequested'
export const stands = (asked: Asked): boolean => isPending(asked) || isAccepted(asked)

/** What none has accepted yet comes last, as it was asked for. */
export const byAcceptance = (requests: readonly Asked[]): readonly Asked[] =>
  requests.toSorted((a, b) => placeOf(a) - placeOf(b))

/** The number of what accepted it; later than all, while nothing has. */
export const placeOf = ({ accepted }: Asked): number => accepted ?? Number.MAX_SAFE_INTEGER

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
  revoked: [],
  deputies: [],
  closedYears: [],
})

export const requestOf = (state: State, id: RequestId): Asked | undefined =>
  state.requests.find(({ request }) => request === id)
