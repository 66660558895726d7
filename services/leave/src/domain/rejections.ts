import type { LocalDate, PersonId } from '@awayday/kernel'
import type { RequestId } from './events.ts'
import type { NotEnoughLeft } from './floor.ts'
import type { NotARange, Range } from './range.ts'
import type { Decided } from './state.ts'

/** Why a wish cannot be a request. */
export type NotRequestable =
  | { readonly type: 'UnknownLeaveType'; readonly leaveType: string }
  | NotARange
  /** On the first of the days that lies outside employment. */
  | { readonly type: 'NotEmployed'; readonly on: LocalDate }
  /** Only days that are free anyway. */
  | { readonly type: 'NoWorkingDay'; readonly first: LocalDate; readonly last: LocalDate }
  /** With a request of the same person that is pending or approved. */
  | ({ readonly type: 'Overlaps'; readonly request: RequestId } & Range)
  | NotEnoughLeft

export type NotDecidable =
  /** Unknown, or none of the business of whoever asks: they cannot tell which. */
  | { readonly type: 'NotRequested'; readonly request: RequestId }
  | { readonly type: 'OwnLeave' }
  /** They may see it, but it is for somebody else to do this. */
  | { readonly type: 'NotYourDecision'; readonly request: RequestId }
  | {
      readonly type: 'AlreadyDecided'
      readonly request: RequestId
      readonly outcome: Decided['status']
      readonly by: PersonId
      readonly on: LocalDate
    }
  /** What waits for a decision is declined or withdrawn, not cancelled. */
  | { readonly type: 'StillPending'; readonly request: RequestId }
  | { readonly type: 'AlreadyStarted'; readonly first: LocalDate }

export type Rejection = NotRequestable | NotDecidable
