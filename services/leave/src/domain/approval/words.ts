import { err, type LocalDate, type PersonId, unreachable } from '@awayday/kernel'
import type { Approval } from './approval.ts'
import type { ApprovalCommand } from './command.ts'
import { decide } from './decide.ts'
import type { Answer } from './deciding.ts'
import type { Office } from './office.ts'
import { memberOf } from './organisation.ts'
import { start } from './start.ts'
import { firstDay, type Wish } from './wish.ts'

export type Ask = { readonly says: 'ask'; readonly by: PersonId; readonly on: LocalDate; readonly wish: Wish }

/** What somebody says about a request, on which day. */
export type Word = { readonly by: PersonId; readonly on: LocalDate } & (
  | { readonly says: 'approve' | 'decline' | 'withdraw' | 'cancel' }
  | { readonly says: 'approveCancel' | 'declineCancel' | 'keep' }
  | { readonly says: 'agreeToCover' | 'refuseToCover' }
  | { readonly says: 'edit'; readonly wish: Wish }
)

/** The wish as it stands, and the change of it that waits, if one does. */
export type Wishes = { readonly wish: Wish; readonly proposed: Wish | null }

/** What is answered to a word about a request as it stands; everybody speaks with all their roles. */
export const answerTo = (
  office: Office,
  approval: Approval | null,
  { wish, proposed }: Wishes,
  said: Ask | Word,
): Answer => {
  if (said.says === 'ask') return start(office, said.wish, said)
  if (!approval) return err({ type: 'NotRequested', request: wish.request })
  return decide(
    office,
    approval,
    commandOf(said, { wish, proposed }, memberOf(office.organisation, said.by)?.roles ?? []),
  )
}

const commandOf = (said: Word, { wish, proposed }: Wishes, as: readonly string[]): ApprovalCommand => {
  const doing = { by: said.by, on: said.on, as }
  switch (said.says) {
    case 'approve':
      return { type: 'Approve', ...doing }
    case 'decline':
      return { type: 'Decline', ...doing }
    case 'withdraw':
      return { type: 'Withdraw', ...doing }
    case 'cancel':
      return { type: 'Cancel', first: firstDay(wish.dates) ?? said.on, ...doing }
    case 'approveCancel':
      return { type: 'ApproveCancel', ...doing }
    case 'declineCancel':
      return { type: 'DeclineCancel', ...doing }
    case 'keep':
      return { type: 'KeepLeave', ...doing }
    case 'agreeToCover':
      return { type: 'AnswerCover', agrees: true, wish: proposed ?? wish, ...doing }
    case 'refuseToCover':
      return { type: 'AnswerCover', agrees: false, wish: proposed ?? wish, ...doing }
    case 'edit':
      return { type: 'Edit', before: wish, proposed, after: said.wish, ...doing }
    default:
      return unreachable(said)
  }
}
