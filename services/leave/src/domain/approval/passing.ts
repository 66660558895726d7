import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval, Waiting } from './approval.ts'
import { lacksConsent } from './cover.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { nextLevel } from './seats-taken.ts'

/** A request whose approval, or whose cancellation, is being decided. */
export type Open = Extract<Approval, { readonly waiting: Waiting }>

export const isOpen = (approval: Approval): approval is Open =>
  approval.status === 'pending' || approval.status === 'cancelRequested'

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
  type: status === 'pending' ? 'LeaveApproved' : 'LeaveCancelled',
  request,
  by,
  on,
})

/** What was asked for is not given. */
export const refused = ({ status, request }: Open, by: PersonId | null, on: LocalDate): ApprovalEvent => ({
  type: status === 'pending' ? 'LeaveDeclined' : 'CancelDeclined',
  request,
  by,
  on,
})
