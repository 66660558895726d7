import type { Amount, LocalDate, PersonId } from '@awayday/kernel'
import type { Step } from '../approval/approval-rules.ts'
import type { Cover } from '../approval/consent.ts'
import type { Said } from '../approval/events.ts'
import type { OverLeave } from '../leave-type/leave-type.ts'
import type { Figures } from '../ledger/figures.ts'
import type { Parts } from '../policy/plan.ts'
import type { AbsentDay, Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import type { DocumentHash, NoteId, RequestId } from './ids.ts'
import type { Place } from './place.ts'

/** What is known about one person. No names and no reasons: those can be forgotten, and these cannot. */
export type Event = Employed | Applied | Imported | Requesting | Decided | Changed | Deputised | Entitled | Closing
type Employed =
  | ({ readonly type: 'EmploymentStarted'; readonly on: LocalDate } & Place)
  | ({ readonly type: 'EmploymentMoved'; readonly from: LocalDate } & Place)
  /** `on` is the last day of employment. */
  | { readonly type: 'EmploymentEnded'; readonly on: LocalDate; readonly seq: number }

/** The rest of the record was brought in from a file, as so many entries: it happened at another time, or in another product. */
type Imported = { readonly type: 'Imported'; readonly entries: number } & Doing

/** Which documents hold for somebody from a day on, until the next of the leave type, or the next schedule. */
type Applied =
  | ({ readonly type: 'TermsApplied' } & Terms)
  | ({ readonly type: 'ScheduleApplied' } & Timetable)
  /** What is free at a location from a day on, until the next for it. */
  | ({ readonly type: 'CalendarApplied' } & Calendared)
  /** Pending and accepted leave costs something else by a fact of the same record. All days of each leave, anew. */
  | {
      readonly type: 'LeaveRecharged'
      readonly leaves: readonly Recharged[]
      /** What accepted leave is to become, where a change of it waits. */
      readonly proposals: readonly Recharged[]
      readonly because: Because
    }

export type Terms = {
  readonly policy: string
  readonly version: number
  readonly from: LocalDate
  readonly leaveType: string
  /** Null: no policy from that day on. An amount: what a yearly grant was before policies were documents. */
  readonly document: DocumentHash | { readonly yearly: Amount } | null
}
export type Timetable = {
  readonly schedule: string
  readonly version: number
  readonly from: LocalDate
  readonly document: DocumentHash
}
export type Calendared = {
  readonly location: string
  readonly version: number
  readonly from: LocalDate
  readonly document: DocumentHash
}
export type Recharged = { readonly request: RequestId; readonly charges: readonly Charge[] }
/** `document`: the name of the policy, schedule or location, or the id of the request. `version` of the former; else 0. */
export type Because = {
  readonly kind: 'terms' | 'schedule' | 'calendar' | 'employment' | 'sickness' | 'leave'
  readonly document: string
  readonly version: number
}

/** Who did it, on which day (theirs is the day of the person's location). */
export type Doing = { readonly by: PersonId; readonly on: LocalDate }
type Decision = Doing & { readonly request: RequestId }
export type Noted = { readonly note: NoteId | null }

export type Asking = {
  readonly request: RequestId
  readonly leaveType: string
  readonly dates: Dates
  readonly charges: readonly Charge[]
  /** The colleague who takes the work over. */
  readonly cover: PersonId | null
} & Doing &
  Noted

/** Whether a certificate came with it, as rules may ask for one. */
type Proven = { readonly certificate: boolean }

/** `overLeave`: what it does to other leave, as its type said then. */
export type Sick = { readonly certificate: Certificate | null; readonly overLeave: OverLeave }
/** The days it covers, both included. */
export type Certificate = { readonly first: LocalDate; readonly last: LocalDate }

type Requesting =
  | ({
      readonly type: 'LeaveRequested'
      /** The rules it breaks, for which an exception is asked. */
      readonly exceptions: readonly string[]
    } & Proven &
      Asking)
  /** By HR or a manager, for the person; accepted at once. */
  | ({
      readonly type: 'LeaveEntered'
      /** The rules it breaks, by the right of whoever entered it. */
      readonly overridden: readonly string[]
      /** The days that become overdraft, and how much of each; n in the unit of the charges. */
      readonly uncovered: readonly { readonly day: LocalDate; readonly n: Parts }[]
    } & Proven &
      Asking)
  /** Accepted at once; what it takes back from other leave is a `LeaveRecharged` of the same record. */
  | ({
      readonly type: 'SicknessRecorded'
    } & Asking &
      Sick)
  /** From now on this is its certificate. What it gives back is a `LeaveRecharged` of the same record. */
  | ({ readonly type: 'SicknessCertified'; readonly certificate: Certificate } & Decision)

/** How the approval of a request goes on (domain/approval/events.ts), with what was said. */
type Decided =
  /** A request whose approval is the usual one says so itself (usual-approval.ts): none follows it. */
  | ({
      readonly type: 'ApprovalStarted'
      readonly levels: readonly Step[]
      readonly level: number
      readonly cover: Cover | null
    } & Said)
  | ({ readonly type: 'CoverAnswered'; readonly agrees: boolean } & Said)
  | ({ readonly type: 'LevelApproved'; readonly level: number; readonly next: number } & Said & Noted)
  | ({
      readonly type: 'LeaveEscalated'
      readonly level: number
      readonly seat: number
      readonly because: 'away' | 'silence'
    } & Said)
  /** Whoever approves in the same record knows that it breaks these rules. */
  | ({ readonly type: 'RulesOverridden'; readonly rules: readonly string[] } & Decision)
  | ({ readonly type: 'LeaveApproved' } & Said & Noted)
  | ({ readonly type: 'LeaveDeclined' } & Said & Noted)
  | ({ readonly type: 'LeaveExpired' } & Said)
  | ({ readonly type: 'LeaveWithdrawn' } & Said)
  | ({ readonly type: 'LeaveCancelled' } & Said)
  | ({ readonly type: 'CancelRequested'; readonly level: number } & Said & Noted)
  | ({ readonly type: 'CancelDeclined' } & Said & Noted)
  | ({
      readonly type: 'ChangeRequested'
      readonly levels: readonly Step[]
      readonly level: number
      readonly cover: Cover | null
    } & Said)
  | ({ readonly type: 'ChangeApproved' } & Said & Noted)
  | ({ readonly type: 'ChangeDeclined' } & Said & Noted)
  | ({ readonly type: 'ChangeExpired' } & Said)
  | ({ readonly type: 'ChangeWithdrawn' } & Said)
  /** Whose word it waits for from then on; null among them: whoever holds a role that is asked. Who may decide is read anew each time. */
  | ({ readonly type: 'LeaveWaits'; readonly for: readonly (PersonId | null)[] } & Said)
  /** `who` has been waited for on so many of their working days. Null: whoever holds a role that is asked. */
  | ({ readonly type: 'LeaveReminded'; readonly who: PersonId | null; readonly after: number } & Said)

type Changed =
  /** Other days for the same request, from now on. What waits does so anew: an `ApprovalStarted` of the same record. */
  | ({
      readonly type: 'LeaveEdited'
      readonly dates: Dates
      readonly charges: readonly Charge[]
      readonly cover: PersonId | null
    } & Decision)
  /** Other days for accepted leave, once the `ChangeRequested` of the same record is approved. */
  | ({
      readonly type: 'ChangeProposed'
      readonly dates: Dates
      readonly charges: readonly Charge[]
      readonly cover: PersonId | null
    } & Decision)
  /** Single days of accepted leave are taken back; `dates` and `charges` are those that stay. */
  | ({
      readonly type: 'LeaveDaysCancelled'
      readonly days: readonly AbsentDay[]
      readonly dates: Dates
      readonly charges: readonly Charge[]
    } & Decision)

/** Who decides for the person about others' leave while they are away. */
type Deputised =
  | ({ readonly type: 'DeputyNamed' } & Deputing & Doing)
  | ({ readonly type: 'DeputyRemoved' } & Deputing & Doing)
/** Both days included. */
export type Deputing = { readonly deputy: PersonId; readonly first: LocalDate; readonly last: LocalDate }

type Entitled =
  | ({ readonly type: 'Credited' } & Crediting)
  | ({ readonly type: 'PaidOut' } & PayingOut)
  | ({ readonly type: 'WorkRecorded' } & Working)
  /** It is as if it had not been entered. */
  | ({ readonly type: 'EntryRevoked' } & Revoking)

export type Crediting = {
  readonly credit: string
  readonly leaveType: string
  readonly source: 'manual' | 'opening' | 'correction' | 'toil' | 'bought'
  /** In the unit of the policy; below zero takes away. */
  readonly n: Parts
  /** The first usable day, and the last; null: what the policy says for what it grants on `from`. */
  readonly from: LocalDate
  readonly until: LocalDate | null
  /** Whether `by` has set aside a limit or the floor. */
  readonly overridden: boolean
} & Doing &
  Noted

export type PayingOut = {
  readonly payOut: string
  readonly leaveType: string
  readonly n: Parts
  /** In 1/10,000 of the currency (ISO 4217); null: the policy names no rate. */
  readonly money: { readonly currency: string; readonly n: number } | null
} & Doing &
  Noted

/** Both days included. */
export type Working = {
  readonly record: string
  readonly first: LocalDate
  readonly last: LocalDate
  readonly minutes: number
} & Doing

/** Which of them, by its id. */
export type Revocable = { readonly kind: 'credit' | 'payOut' | 'work'; readonly id: string }
/** `overridden`: whether `by` has set the floor aside. */
export type Revoking = Revocable & { readonly overridden: boolean } & Doing & Noted

type Closing =
  /** Pins a leave year. `rules`: the version of the calculation. */
  | ({ readonly type: 'YearClosed'; readonly rules: number } & Year)
  /** What a fact of the same record changes in a closed year: differences. */
  | ({ readonly type: 'YearCorrected' } & Year)

/** `last`: the year's last day. `carry` goes over to the next year, below zero as a debt; `forfeited` is lost. */
export type Year = {
  readonly leaveType: string
  readonly last: LocalDate
  readonly figures: Figures
  readonly carry: Parts
  readonly forfeited: Parts
}
