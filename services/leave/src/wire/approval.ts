import { unreachable } from '@awayday/kernel'
import type { Approval } from '#domain/approval/approval.ts'
import type { Approver, Step } from '#domain/approval/approval-rules.ts'
import type { Deadline } from '#domain/approval/deadlines.ts'
import type { HeardSeat } from '#domain/approval/seats-taken.ts'
import { LAST_RESORT } from '#domain/approval/upwards.ts'
import { named } from '#domain/person/rows.ts'

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
    seats: waiting?.level === n ? seats.map((seat) => seatShown(seat, approvers)) : [],
  }
}

/** `roles`: whoever holds one of them may speak for it as well. They are not known by name, as the directory knows who holds a role. */
const seatShown = ({ seat, by, yes }: HeardSeat, approvers: readonly Approver[]) => {
  const people = by.filter((person) => named(person) !== null)
  const approver = approvers[seat]
  const roles = approver?.kind === 'role' ? [approver.role] : LAST_RESORT
  return { by: people, roles: people.length < by.length ? roles : [], ...(yes ? { yes: yes.by } : {}) }
}

/** `of`: whose time is over. `who` is absent where it is whoever holds a role. */
export const deadlineShown = (deadline: Deadline) => {
  const { kind, on } = deadline
  switch (deadline.kind) {
    case 'reminder':
      return { kind, on, ...(named(deadline.who) === null ? {} : { who: deadline.who }), after: deadline.after }
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
