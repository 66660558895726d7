import { err, ok } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import type { CommandOf, Doing } from './command.ts'
import { type Answer, sayNo, sayYes } from './deciding.ts'
import { isOwn, mayDecide } from './entitled.ts'
import type { Office } from './office.ts'
import { alreadyDecided } from './rejections.ts'
import { firstLevel } from './start.ts'

export const withdraw = (approval: Approval, { by, on }: Doing): Answer => {
  const { request } = approval
  if (by !== approval.person) return err({ type: 'NotYourDecision', request })
  if (approval.status === 'withdrawn') return ok([])
  if (approval.status !== 'pending') return err(alreadyDecided(approval))
  return ok([{ type: 'LeaveWithdrawn', request, by, on }])
}

/**
 * Takes approved leave back. Whoever decides about it may do so at any time, its person before the first day in question; by
 * the rules these ask for it. What needed nobody's approval needs none to be cancelled.
 */
export const cancel = (office: Office, approval: Approval, command: CommandOf<'Cancel'>): Answer => {
  const { request, person, levels } = approval
  const { by, on, first } = command
  const [theirs, decides] = [by === person, mayDecide(office, approval, command)]
  if (!theirs && !decides) return err({ type: 'NotYourDecision', request })
  if (approval.status === 'cancelled') return ok([])
  if (approval.status === 'pending') return err({ type: 'StillPending', request })
  if (approval.status !== 'approved' && approval.status !== 'cancelRequested') return err(alreadyDecided(approval))
  if (decides) return ok([{ type: 'LeaveCancelled', request, by, on }])
  if (approval.status === 'cancelRequested') return ok([])
  if (first <= on) return err({ type: 'AlreadyStarted', first })
  return ok(
    office.rules.cancellation === 'approval' && levels.length > 0
      ? [{ type: 'CancelRequested', request, level: firstLevel(office, person, levels, on), by, on }]
      : [{ type: 'LeaveCancelled', request, by, on }],
  )
}

export const approveCancel = (office: Office, approval: Approval, doing: Doing): Answer => {
  if (isOwn(office, approval, doing)) return err({ type: 'OwnLeave' })
  if (approval.status === 'cancelled') return ok([])
  return approval.status === 'cancelRequested' ? sayYes(office, approval, doing) : notAsked(approval)
}

export const declineCancel = (office: Office, approval: Approval, doing: Doing): Answer => {
  if (isOwn(office, approval, doing)) return err({ type: 'OwnLeave' })
  if (approval.status === 'approved' && approval.kept) return ok([])
  return approval.status === 'cancelRequested' ? sayNo(office, approval, doing) : notAsked(approval)
}

/** The person has thought better of cancelling. */
export const keepLeave = (approval: Approval, { by, on }: Doing): Answer => {
  const { request } = approval
  if (by !== approval.person) return err({ type: 'NotYourDecision', request })
  if (approval.status === 'approved' && approval.kept) return ok([])
  return approval.status === 'cancelRequested' ? ok([{ type: 'CancelDeclined', request, by, on }]) : notAsked(approval)
}

const notAsked = (approval: Approval): Answer => {
  const { request, status } = approval
  if (status === 'pending') return err({ type: 'StillPending', request })
  return err(status === 'approved' ? { type: 'NoCancelAsked', request } : alreadyDecided(approval))
}
