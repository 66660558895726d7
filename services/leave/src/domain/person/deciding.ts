import { err, ok } from '@awayday/kernel'
import type { ApprovalCommand } from '../approval/command.ts'
import { decide } from '../approval/decide.ts'
import { notCovered } from '../ledger/not-covered.ts'
import { withCharges } from './applying.ts'
import type { Deciding } from './commands.ts'
import type { Context } from './context.ts'
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
  if (events.some(({ type }) => type === 'LeaveApproved')) {
    const short = notCovered(factsOf(state, context.documents), asked.leaveType, asked.charges, asked.request)
    if (short) return err(short)
  }
  const freed = isAccepted(asked) && events.some(({ type }) => type === 'LeaveCancelled')
  if (!freed) return ok(events)
  return ok(withCharges(state, events, context, { kind: 'leave', document: asked.request, version: 0 }))
}

const approvalCommand = (command: Deciding, asked: Asked, state: State): ApprovalCommand => {
  const { by, on, as } = command
  switch (command.type) {
    case 'Cancel':
      return { type: 'Cancel', first: rangeOf(asked.dates).first, by, on, as }
    case 'AnswerCover':
      return { type: 'AnswerCover', agrees: command.agrees, wish: wishOf(asked, state), by, on, as }
    default:
      return { type: command.type, by, on, as }
  }
}
