import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Charge } from './charge.ts'
import type { Range } from './range.ts'
import type { Terms } from './starter-terms.ts'

export type RequestId = string
/** Of a plain record that holds the words; null: nothing was said. */
export type NoteId = string

/** Where somebody works and who decides, as the directory said it. */
export type Place = {
  readonly team: string
  readonly location: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA name. */
  readonly zone: string
  readonly approver: PersonId | null
  /** Orders what the directory said about a person, however it arrives: a later word on the same day counts. */
  readonly seq: number
}

export type Asking = Range & { readonly request: RequestId; readonly leaveType: string }

/** What is known about one person. No names and no reasons: those can be forgotten, and these cannot. */
export type Event =
  | ({ readonly type: 'EmploymentStarted'; readonly on: LocalDate } & Place)
  | ({ readonly type: 'EmploymentMoved'; readonly from: LocalDate } & Place)
  /** `on` is the last day of employment. */
  | { readonly type: 'EmploymentEnded'; readonly on: LocalDate; readonly seq: number }
  | ({ readonly type: 'TermsApplied' } & Terms)
  | ({
      readonly type: 'LeaveRequested'
      readonly by: PersonId
      readonly on: LocalDate
      readonly charges: readonly Charge[]
      readonly note: NoteId | null
    } & Asking)
  | ({ readonly type: 'LeaveApproved'; readonly note: NoteId | null } & Decision)
  | ({ readonly type: 'LeaveDeclined'; readonly note: NoteId | null } & Decision)
  | ({ readonly type: 'LeaveWithdrawn' } & Decision)
  | ({ readonly type: 'LeaveCancelled' } & Decision)

export type Decision = { readonly request: RequestId; readonly by: PersonId; readonly on: LocalDate }
