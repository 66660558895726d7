import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval, Waiting } from './approval.ts'
import { lacksConsent } from './cover.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { nextLevel } from './seats-taken.ts'

/** A request that is being decided about: itself, a change of it, or its cancellation. */
export type Open = Extract<Approval, { readonly waiting: Waiting }>

export const isOpen = (approval: Approval): approval is Open => 'waiting' in approval

/** The level that waits is through, by somebody's word or (null) by the rules: on to the next one, or to the end. */
export const passing = (
  office: Office,
  approval: Open,
  waiting: Waiting,
  by: PersonId | null,
  on: LocalDate,
): readonly ApprovalEvent[] => {
  const next = nextLevel(office, approval, waiting, on)
  return next < approval.levels.length || lacksConsent(waiting)
    ? [{ type: 'LevelApproved', request: approval.request, level: waiting.level, next, by, on }]
    : [agreed(approval, by, on)]
}

/** What was asked for is given. */
export const agreed = ({ status, request }: Open, by: PersonId | null, on: LocalDate): ApprovalEvent => ({
  type: OUTCOMES[status].given,
  request,
  by,
  on,
})

/** What was asked for is not given. */
export const refused = ({ status, request }: Open, by: PersonId | null, on: LocalDate): ApprovalEvent => ({
  type: OUTCOMES[status].refused,
  request,
  by,
  on,
})

/** Nobody has said anything in time. */
export const lapsed = ({ status, request }: Open, on: LocalDate): ApprovalEvent => ({
  type: OUTCOMES[status].lapsed,
  request,
  by: null,
  on,
})

const OUTCOMES = {
  pending: { given: 'LeaveApproved', refused: 'LeaveDeclined', lapsed: 'LeaveExpired' },
  changeRequested: { given: 'ChangeApproved', refused: 'ChangeDeclined', lapsed: 'ChangeExpired' },
  cancelRequested: { given: 'LeaveCancelled', refused: 'CancelDeclined', lapsed: 'CancelDeclined' },
} as const
