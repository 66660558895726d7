import { err, ok } from '@awayday/kernel'
import type { ApprovalCommand } from '../approval/command.ts'
import { decide } from '../approval/decide.ts'
import { notCovered } from '../ledger/not-covered.ts'
import type { Charge } from '../time/charged.ts'
import { withCharges } from './applying.ts'
import type { Deciding } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import { rangeOf } from './range-of.ts'
import type { Decided } from './requesting.ts'
import { said } from './said.ts'
import { type Asked, isAccepted, requestOf, type State } from './state.ts'
import { maySeeRequest } from './who-may.ts'
import { wishOf } from './wishes.ts'

/** Somebody's word about a request. What takes days is held against the balance once more; what gives them back may change other leave. */
export const decideAbout = (command: Deciding, state: State, context: Context): Decided => {
  const asked = requestOf(state, command.request)
  if (!asked || !maySeeRequest(asked, state, command, context))
    return err({ type: 'NotRequested', request: command.request })
  const decided = decide(context.office, asked.approval, approvalCommand(command, asked, state))
  if (!decided.ok) return decided
  const events = decided.value.map((event) => said(event, 'note' in command ? command.note : null))
  const charges = acceptedBy(events, asked)
  const short = charges && notCovered(factsOf(state, context.documents), asked.leaveType, charges, asked.request)
  if (short) return err(short)
  if (!changesOtherLeave(events, asked)) return ok(events)
  return ok(withCharges(state, events, context, { kind: 'leave', document: asked.request, version: 0 }))
}

/** What a leave costs from now on, if these events accept it, or a change of it. */
export const acceptedBy = (
  events: readonly { readonly type: string }[],
  asked: Asked,
): readonly Charge[] | undefined => {
  if (events.some(({ type }) => type === 'LeaveApproved')) return asked.charges
  return events.some(({ type }) => type === 'ChangeApproved') ? asked.proposal?.charges : undefined
}

/** What accepted leave names may decide what other leave costs (the sandwich rule). */
export const changesOtherLeave = (events: readonly Event[], asked: Asked): boolean =>
  isAccepted(asked) && events.some(({ type }) => type === 'LeaveCancelled' || type === 'ChangeApproved')

const approvalCommand = (command: Deciding, asked: Asked, state: State): ApprovalCommand => {
  const { by, on, as } = command
  switch (command.type) {
    case 'Cancel':
      return { type: 'Cancel', first: rangeOf(asked.dates).first, by, on, as }
    case 'AnswerCover':
      return {
        type: 'AnswerCover',
        agrees: command.agrees,
        wish: wishOf({ ...asked, ...asked.proposal }, state),
        by,
        on,
        as,
      }
    default:
      return { type: command.type, by, on, as }
  }
}
