import { err, type LocalDate, ok, unreachable } from '@awayday/kernel'
import { type Approval, levelsOf } from './approval.ts'
import type { ApprovalRules } from './approval-rules.ts'
import type { CommandOf } from './command.ts'
import { coverRefusal } from './cover.ts'
import type { Answer } from './deciding.ts'
import { type Difference, differenceOf } from './difference.ts'
import { mayDecide } from './entitled.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { alreadyDecided } from './rejections.ts'
import { start, startChange } from './start.ts'
import { namedDays, type Wish } from './wish.ts'

/**
 * A change of a request, single days taken back included. What waits begins anew. Of approved leave only the difference counts: days that
 * have begun are no longer the person's to change; whoever decides about it may change it at any time, which is their approval. What must
 * be approved is a proposal (`ChangeRequested`), and the leave counts as it stands; a later change takes its place.
 * No such event: the change holds at once.
 */
export const edit = (office: Office, approval: Approval, command: CommandOf<'Edit'>): Answer => {
  const { request, person } = approval
  const { by, on, before, proposed, after } = command
  const difference = differenceOf(before.dates, after.dates)
  const nothing = isSame(before, after, difference)
  if ((approval.status === 'pending' || approval.status === 'approved') && nothing) return ok([])
  if (approval.status === 'changeRequested' && proposed && isSame(proposed, after)) return ok([])
  const decides = mayDecide(office, { person, levels: levelsOf(approval) }, command)
  if (by !== person && !decides) return err({ type: 'NotYourDecision', request })
  switch (approval.status) {
    case 'pending':
      return start(office, after, command)
    case 'approved':
    case 'changeRequested': {
      const dropped: readonly ApprovalEvent[] =
        approval.status === 'changeRequested' ? [{ type: 'ChangeWithdrawn', request, by, on }] : []
      if (nothing) return ok(dropped)
      const refusal = coverRefusal(office, after)
      if (refusal) return err(refusal)
      if (decides) return ok(dropped)
      const first = firstTouched(before, after, difference)
      if (first !== undefined && first <= on) return err({ type: 'AlreadyStarted', first })
      return needsApproval(office.rules, before, after, difference) ? startChange(office, after, command) : ok(dropped)
    }
    case 'cancelRequested':
      return err({ type: 'StillPending', request })
    default:
      return err(alreadyDecided(approval))
  }
}

/** Whether a change of approved leave must be approved anew. */
export const needsApproval = (
  { edits, cancellation }: Pick<ApprovalRules, 'edits' | 'cancellation'>,
  before: Pick<Wish, 'leaveType' | 'dates'>,
  after: Pick<Wish, 'leaveType' | 'dates'>,
  { added, removed }: Difference = differenceOf(before.dates, after.dates),
): boolean => {
  if (cancellation === 'approval' && removed.length > 0) return true
  switch (edits) {
    case 'always':
      return true
    case 'never':
      return false
    case 'difference':
      return added.length > 0 || before.leaveType !== after.leaveType
    default:
      return unreachable(edits)
  }
}

const isSame = (
  before: Wish,
  after: Wish,
  { added, removed }: Difference = differenceOf(before.dates, after.dates),
): boolean =>
  added.length + removed.length === 0 && before.leaveType === after.leaveType && before.cover === after.cover

/** Another type touches all days. */
const firstTouched = (before: Wish, after: Wish, { added, removed }: Difference): LocalDate | undefined =>
  (before.leaveType === after.leaveType
    ? [...added, ...removed]
    : [...namedDays(before.dates), ...namedDays(after.dates)]
  )
    .map(({ day }) => day)
    .sort()[0]
