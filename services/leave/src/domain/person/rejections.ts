import type { LocalDate, PersonId, Unit } from '@awayday/kernel'
import type { ApprovalRejection } from '../approval/rejections.ts'
import type { CreditRefused } from '../ledger/credit-allowed.ts'
import type { NotEnoughLeft } from '../ledger/not-covered.ts'
import type { PayOutRefused } from '../ledger/pay-out.ts'
import type { Broken } from '../rules/broken.ts'
import type { Range } from '../time/absence.ts'
import type { NotDates } from '../time/not-dates.ts'
import type { Revocable } from './events.ts'
import type { TooFarAhead } from './horizon.ts'
import type { RequestId } from './ids.ts'

/** Why a wish cannot be a request. */
export type NotRequestable =
  | { readonly type: 'UnknownLeaveType'; readonly leaveType: string }
  | NotDates
  /** On the first of the days that lies outside employment. */
  | { readonly type: 'NotEmployed'; readonly on: LocalDate }
  /** Only days that are free anyway. */
  | { readonly type: 'NoWorkingDay'; readonly first: LocalDate; readonly last: LocalDate }
  /** With a request of the same person that is pending or approved. */
  | ({ readonly type: 'Overlaps'; readonly request: RequestId } & Range)
  /** Rules of the company that whoever asks may not pass over. */
  | { readonly type: 'BreaksRules'; readonly broken: readonly Broken[] }
  | NotEnoughLeft
  | TooFarAhead
  /** To be recorded as sickness, a leave type must be one. */
  | { readonly type: 'NotSickness'; readonly leaveType: string }

/** The policy of that day counts in this. */
export type OtherUnit = { readonly type: 'OtherUnit'; readonly unit: Unit }

/** Why an entitlement cannot be given, taken or closed. */
export type NotEntitled =
  | CreditRefused
  | PayOutRefused
  /** Nothing of this type is counted for the person on that day. */
  | { readonly type: 'NoBalance'; readonly leaveType: string; readonly on: LocalDate }
  | OtherUnit
  /** It is no last day of a leave year, or the year is not over. */
  | { readonly type: 'NotAYearEnd'; readonly leaveType: string; readonly last: LocalDate }
  /** Work on some of these days is recorded already: of which record, from when to when. */
  | {
      readonly type: 'WorkOverlaps'
      readonly record: string
      readonly first: LocalDate
      readonly last: LocalDate
    }
  /** There is no such credit, pay-out or record of work. */
  | ({ readonly type: 'UnknownEntry' } & Revocable)
  /** What is brought in again says something else under the same id. */
  | { readonly type: 'ImportedOtherwise'; readonly id: string }
  /** It is for HR to do this, or for whoever approves for the person. */
  | { readonly type: 'NotYours'; readonly person: PersonId }

/** Nobody stands in for themselves. */
export type OwnDeputy = { readonly type: 'OwnDeputy' }

export type Rejection = NotRequestable | ApprovalRejection | NotEntitled | OwnDeputy
