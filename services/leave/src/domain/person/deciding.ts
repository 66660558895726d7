import { err, ok } from '@awayday/kernel'
import type { ApprovalCommand } from '../approval/command.ts'
import { decide } from '../approval/decide.ts'
import { raisedBy } from '../facts/raised-by.ts'
import { type NotEnoughLeft, notCovered } from '../ledger/not-covered.ts'
import type { Deciding } from './commands.ts'
import type { Context } from './context.ts'
import { factsOf } from './facts-of.ts'
import { inSpiteOf } from './in-spite-of.ts'
import { rangeOf } from './range-of.ts'
import type { Decided } from './requesting.ts'
import { said } from './said.ts'
import { type Asked, requestOf, type State } from './state.ts'
import { maySeeRequest } from './who-may.ts'
import { wishOf } from './wishes.ts'
import { withOthers } from './with-others.ts'

/** Somebody's word about a request. What takes days is held against the balance once more; what gives them back may change other leave. */
export const decideAbout = (command: Deciding, state: State, context: Context): Decided => {
  const asked = requestOf(state, command.request)
  if (!asked || !maySeeRequest(asked, state, command, context))
    return err({ type: 'NotRequested', request: command.request })
  const decided = decide(context.office, asked.approval, approvalCommand(command, asked, state))
  if (!decided.ok) return decided
  const aside =
    decided.value.length > 0 && command.type === 'Approve' ? inSpiteOf(command, asked, state, context) : ok([])
  if (!aside.ok) return aside
  const words = [...aside.value, ...decided.value.map((event) => said(event, 'note' in command ? command.note : null))]
  const short = shortOf(words, asked, state, context)
  return short ? err(short) : ok(withOthers(state, words, asked, context))
}

/** What is not there, if these events accept a leave, or a change of it: with what other leave costs more by it. */
export const shortOf = (
  events: readonly { readonly type: string }[],
  asked: Asked,
  state: State,
  { documents }: Context,
): NotEnoughLeft | undefined => {
  const accepted = acceptedBy(events, asked)
  if (!accepted) return undefined
  const { request: id, leaveType } = asked
  const facts = factsOf(state, documents)
  const raised = raisedBy(facts, { id, leaveType, dates: accepted.dates })
  return notCovered(facts, leaveType, [...accepted.charges, ...raised], id)
}

/** What a leave is from now on, if these events accept it, or a change of it. */
const acceptedBy = (
  events: readonly { readonly type: string }[],
  asked: Asked,
): Pick<Asked, 'dates' | 'charges'> | undefined => {
  if (events.some(({ type }) => type === 'LeaveApproved')) return asked
  return (events.some(({ type }) => type === 'ChangeApproved') && asked.proposal) || undefined
}

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
