import { type LocalDate, unreachable } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import type { Change } from './changes.ts'
import type { Deadline, Reminder } from './deadlines.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { isOpen, lapsed, type Open, passing, refused } from './passing.ts'
import { isComplete } from './seats-taken.ts'

/** Of these deadlines, who is reminded on a day. */
export const remindersOn = (deadlines: readonly Deadline[], day: LocalDate): readonly Reminder[] =>
  deadlines.filter((deadline) => deadline.kind === 'reminder').filter(({ on }) => on === day)

/**
 * What time has brought about by the end of a day, dated as it was due, so that a job that runs late says the same. After
 * these events there may be more: ask again.
 */
export const dueBy = (
  office: Office,
  approval: Approval,
  deadlines: readonly Deadline[],
  day: LocalDate,
): readonly ApprovalEvent[] => {
  if (!isOpen(approval)) return []
  const { waiting } = approval
  // Whoever was still to be heard has left, and somebody who has said yes is asked in their place.
  if (isComplete(office, approval, waiting, day))
    return passing(office, approval, waiting, waiting.yes.at(-1)?.by ?? null, day)
  return deadlines
    .filter((deadline) => deadline.kind !== 'reminder')
    .filter(({ on }) => on <= day)
    .flatMap((change) => eventsOf(office, approval, change))
}

const eventsOf = (office: Office, approval: Open, change: Change): readonly ApprovalEvent[] => {
  const { request, waiting } = approval
  const { on } = change
  if (change.kind === 'escalation') {
    const { seat, because } = change
    return [{ type: 'LeaveEscalated', request, level: waiting.level, seat, because, by: null, on }]
  }
  if (change.of === 'cover') return [lapsed(approval, on)]
  switch (office.rules.onExpiry) {
    case 'approved':
      return passing(office, approval, waiting, null, on)
    case 'declined':
      return [refused(approval, null, on)]
    case 'expired':
    case 'escalated':
      return [lapsed(approval, on)]
    default:
      return unreachable(office.rules.onExpiry)
  }
}
