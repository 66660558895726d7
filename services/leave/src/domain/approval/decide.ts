import { unreachable } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import { approveCancel, cancel, declineCancel, keepLeave, withdraw } from './cancelling.ts'
import type { ApprovalCommand } from './command.ts'
import { answerCover } from './covering.ts'
import { type Answer, approve, decline } from './deciding.ts'
import { edit } from './edits.ts'
import type { Office } from './office.ts'

/** What becomes of a request by somebody's word. The same word again says nothing more. */
export const decide = (office: Office, approval: Approval, command: ApprovalCommand): Answer => {
  switch (command.type) {
    case 'Approve':
      return approve(office, approval, command)
    case 'Decline':
      return decline(office, approval, command)
    case 'Withdraw':
      return withdraw(approval, command)
    case 'Cancel':
      return cancel(office, approval, command)
    case 'ApproveCancel':
      return approveCancel(office, approval, command)
    case 'DeclineCancel':
      return declineCancel(office, approval, command)
    case 'KeepLeave':
      return keepLeave(approval, command)
    case 'AnswerCover':
      return answerCover(office, approval, command)
    case 'Edit':
      return edit(office, approval, command)
    default:
      return unreachable(command)
  }
}
