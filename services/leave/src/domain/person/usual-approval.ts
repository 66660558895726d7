import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Approval } from '../approval/approval.ts'
import type { Step } from '../approval/approval-rules.ts'
import type { ApprovalEvent } from '../approval/events.ts'

/**
 * What a `LeaveRequested` says about its approval, unless an `ApprovalStarted` follows it: whoever approves for the person decides.
 * Part of what stored events mean, so it never changes, whatever becomes of the defaults of approval.
 */
const LEVELS: readonly Step[] = [{ approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf' }]

export const usualApproval = (
  person: PersonId,
  { request, on }: { readonly request: string; readonly on: LocalDate },
): Approval => ({
  request,
  person,
  levels: LEVELS,
  status: 'pending',
  waiting: { asked: on, level: 0, since: on, yes: [], raised: [], cover: null },
})

/** Whether a request says it already, as most do. */
export const isUsual = (event: ApprovalEvent): boolean =>
  event.type === 'ApprovalStarted' &&
  event.level === 0 &&
  event.cover === null &&
  JSON.stringify(event.levels) === JSON.stringify(LEVELS)
