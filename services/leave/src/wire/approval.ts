import { unreachable } from '@awayday/kernel'
import type { Approval } from '#domain/approval/approval.ts'
import type { Approver, Step } from '#domain/approval/approval-rules.ts'
import type { Deadline } from '#domain/approval/deadlines.ts'
import type { HeardSeat } from '#domain/approval/seats-taken.ts'

export type ApprovalState = Approval['status'] | 'partlyApproved'

/** Somebody has said yes, and others are still asked. */
export const stateShown = (approval: Approval): ApprovalState =>
  approval.status === 'pending' && approval.waiting.yes.length > 0 ? 'partlyApproved' : approval.status

/** Level 1 is the first. `seats`: who must be heard, of the level that waits. */
export const levelShown = ({ approvers, need }: Step, n: number, approval: Approval, seats: readonly HeardSeat[]) => {
  const waiting = 'waiting' in approval ? approval.waiting : undefined
  return {
    level: n + 1,
    need,
    approvers: approvers.map(approverText),
    waits: waiting?.level === n,
    yes: (waiting?.yes ?? []).filter(({ level }) => level === n).map(({ by, on }) => ({ by, on })),
    seats: waiting?.level === n ? seats.map(({ by, yes }) => ({ by, ...(yes ? { yes: yes.by } : {}) })) : [],
  }
}

/** `of`: whose time is over. */
export const deadlineShown = (deadline: Deadline) => {
  const { kind, on } = deadline
  switch (deadline.kind) {
    case 'reminder':
      return { kind, on, who: deadline.who, after: deadline.after }
    case 'expiry':
      return { kind, on, of: deadline.of }
    case 'escalation':
      return { kind, on, because: deadline.because }
    default:
      return unreachable(deadline)
  }
}

/** `approver:1`, `head`, `head:sales`, `role:hr`, `person:ben`. */
const approverText = (approver: Approver): string => {
  switch (approver.kind) {
    case 'approver':
      return `approver:${approver.up}`
    case 'head':
      return approver.department === null ? 'head' : `head:${approver.department}`
    case 'role':
      return `role:${approver.role}`
    case 'person':
      return `person:${approver.person}`
    default:
      return unreachable(approver)
  }
}
