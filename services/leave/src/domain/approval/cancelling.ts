import { err, ok } from '@awayday/kernel'
import { type Approval, levelsOf } from './approval.ts'
import type { CommandOf, Doing } from './command.ts'
import { type Answer, sayNo, sayYes } from './deciding.ts'
import { isOwn, mayDecide } from './entitled.ts'
import type { Office } from './office.ts'
import { alreadyDecided, changeDecided } from './rejections.ts'
import { firstLevel } from './start.ts'

/** By its person: a request that waits, or a change of approved leave, which stays as it was. */
export const withdraw = (approval: Approval, { by, on }: Doing): Answer => {
  const { request } = approval
  if (by !== approval.person) return err({ type: 'NotYourDecision', request })
  if (approval.status === 'withdrawn') return ok([])
  if (approval.status === 'changeRequested') return ok([{ type: 'ChangeWithdrawn', request, by, on }])
  if (approval.status === 'approved' && approval.kept?.from === 'change')
    return approval.kept.outcome === 'withdrawn' ? ok([]) : err(changeDecided(request, approval.kept))
  if (approval.status !== 'pending') return err(alreadyDecided(approval))
  return ok([{ type: 'LeaveWithdrawn', request, by, on }])
}

/**
 * Takes approved leave back. Whoever decides about it may do so at any time, its person before the first day in question; by
 * the rules these ask for it. What needed nobody's approval needs none to be cancelled. A change that waits is dropped with it.
 */
export const cancel = (office: Office, approval: Approval, command: CommandOf<'Cancel'>): Answer => {
  const { request, person } = approval
  const levels = levelsOf(approval)
  const { by, on, first } = command
  const [theirs, decides] = [by === person, mayDecide(office, { person, levels }, command)]
  if (!theirs && !decides) return err({ type: 'NotYourDecision', request })
  if (approval.status === 'cancelled') return ok([])
  if (approval.status === 'pending') return err({ type: 'StillPending', request })
  if (!isGranted(approval)) return err(alreadyDecided(approval))
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
  if (isKept(approval)) return ok([])
  return approval.status === 'cancelRequested' ? sayNo(office, approval, doing) : notAsked(approval)
}

/** The person has thought better of cancelling. */
export const keepLeave = (approval: Approval, { by, on }: Doing): Answer => {
  const { request } = approval
  if (by !== approval.person) return err({ type: 'NotYourDecision', request })
  if (isKept(approval)) return ok([])
  return approval.status === 'cancelRequested' ? ok([{ type: 'CancelDeclined', request, by, on }]) : notAsked(approval)
}

const notAsked = (approval: Approval): Answer => {
  const { request, status } = approval
  if (status === 'pending') return err({ type: 'StillPending', request })
  return err(isGranted(approval) ? { type: 'NoCancelAsked', request } : alreadyDecided(approval))
}

type Granted = Extract<Approval, { readonly status: 'approved' | 'cancelRequested' | 'changeRequested' }>
const isGranted = (approval: Approval): approval is Granted =>
  approval.status === 'approved' || approval.status === 'cancelRequested' || approval.status === 'changeRequested'

/** The last wish to cancel it came to nothing. */
const isKept = (approval: Approval): boolean => approval.status === 'approved' && approval.kept?.from === 'cancellation'
