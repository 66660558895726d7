import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval, Kept } from './approval.ts'

/** Why a request cannot be decided, taken back or changed like this. */
export type ApprovalRejection =
  /** Nobody has asked for it. */
  | { readonly type: 'NotRequested'; readonly request: string }
  | { readonly type: 'OwnLeave' }
  /** It is for somebody else to do this, or not yet for them. */
  | { readonly type: 'NotYourDecision'; readonly request: string }
  /** `by` null: by the rules. */
  | {
      readonly type: 'AlreadyDecided'
      readonly request: string
      readonly outcome: Exclude<Approval['status'], 'pending'>
      readonly by: PersonId | null
      readonly on: LocalDate
    }
  /** What waits for a decision is declined or withdrawn, not cancelled. */
  | { readonly type: 'StillPending'; readonly request: string }
  /** `first`: the first of the days in question, which is no longer theirs to take back. */
  | { readonly type: 'AlreadyStarted'; readonly first: LocalDate }
  /** Nobody has asked to cancel it. */
  | { readonly type: 'NoCancelAsked'; readonly request: string }
  /** The colleague who shall take the work over is asked first. */
  | { readonly type: 'CoverNotAgreed'; readonly request: string; readonly cover: PersonId }
  /** They are away themselves, or not employed, on that day. */
  | { readonly type: 'CoverAway'; readonly cover: PersonId; readonly on: LocalDate }
  | { readonly type: 'OwnCover' }

export const alreadyDecided = (
  approval: Exclude<Approval, { readonly status: 'pending' }>,
): Extract<ApprovalRejection, { readonly type: 'AlreadyDecided' }> => {
  const { by, on } = 'waiting' in approval ? approval.approved : approval
  return { type: 'AlreadyDecided', request: approval.request, outcome: approval.status, by, on }
}

/** About a change of approved leave that is not made. */
export const changeDecided = (
  request: string,
  { outcome, by, on }: Kept,
): Extract<ApprovalRejection, { readonly type: 'AlreadyDecided' }> => ({
  type: 'AlreadyDecided',
  request,
  outcome,
  by,
  on,
})
