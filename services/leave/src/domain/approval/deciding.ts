import { err, ok, type Result } from '@awayday/kernel'
import type { Approval, Waiting } from './approval.ts'
import type { Doing } from './command.ts'
import { lacksConsent } from './cover.ts'
import { isOverriding, isOwn } from './entitled.ts'
import type { ApprovalEvent } from './events.ts'
import type { Office } from './office.ts'
import { agreed, type Open, passing, refused } from './passing.ts'
import { type ApprovalRejection, alreadyDecided, changeDecided } from './rejections.ts'
import { heardSeats, isComplete } from './seats-taken.ts'

export type Answer = Result<readonly ApprovalEvent[], ApprovalRejection>

export const approve = (office: Office, approval: Approval, doing: Doing): Answer => {
  if (isOwn(office, approval, doing)) return err({ type: 'OwnLeave' })
  switch (approval.status) {
    case 'pending':
    case 'changeRequested':
      return sayYes(office, approval, doing)
    case 'approved':
      return approval.kept?.from === 'change' ? err(changeDecided(approval.request, approval.kept)) : ok([])
    case 'cancelRequested':
      return ok([])
    default:
      return err(alreadyDecided(approval))
  }
}

export const decline = (office: Office, approval: Approval, doing: Doing): Answer => {
  if (isOwn(office, approval, doing)) return err({ type: 'OwnLeave' })
  switch (approval.status) {
    case 'pending':
    case 'changeRequested':
      return sayNo(office, approval, doing)
    case 'declined':
      return ok([])
    case 'approved':
      if (approval.kept?.from !== 'change') return err(alreadyDecided(approval))
      return approval.kept.outcome === 'declined' ? ok([]) : err(changeDecided(approval.request, approval.kept))
    default:
      return err(alreadyDecided(approval))
  }
}

/** Of a request, or of the wish to change or to cancel it. */
export const sayYes = (office: Office, approval: Open, doing: Doing): Answer => {
  const { request, waiting } = approval
  const { by, on } = doing
  const seats = heardSeats(office, approval, waiting, on)
  const mine = seats.filter((seat) => seat.by.includes(by))
  if (mine.some(({ yes }) => !yes)) {
    if (asksCoverFirst(waiting)) return err({ type: 'CoverNotAgreed', request, cover: waiting.cover.person })
    const { level } = waiting
    const heard: Waiting = { ...waiting, yes: [...waiting.yes, { level, by, on }] }
    return ok(
      isComplete(office, approval, heard, on)
        ? passing(office, approval, heard, by, on)
        : [{ type: 'LevelApproved', request, level, next: level, by, on }],
    )
  }
  if (mine.length > 0 || waiting.yes.some((said) => said.by === by)) return ok([])
  return isOverriding(office, doing) ? ok([agreed(approval, by, on)]) : err({ type: 'NotYourDecision', request })
}

/** One who declines decides, unless somebody has answered for them. */
export const sayNo = (office: Office, approval: Open, doing: Doing): Answer => {
  const { request, waiting } = approval
  const { by, on } = doing
  const mine = heardSeats(office, approval, waiting, on).filter((seat) => seat.by.includes(by))
  if (mine.some(({ yes }) => !yes)) return ok([refused(approval, by, on)])
  const yes = mine[0]?.yes ?? waiting.yes.find((said) => said.by === by)
  if (yes) return err({ type: 'AlreadyDecided', request, outcome: 'approved', by: yes.by, on: yes.on })
  return isOverriding(office, doing) ? ok([refused(approval, by, on)]) : err({ type: 'NotYourDecision', request })
}

const asksCoverFirst = (waiting: Waiting): waiting is Waiting & { cover: NonNullable<Waiting['cover']> } =>
  waiting.cover?.consent === 'before' && lacksConsent(waiting)
