import type { Decider } from '@awayday/event-sourcing/decider'
import { addDays, ok, type PersonId, unreachable } from '@awayday/kernel'
import { applyCalendar, assignSchedule, assignTerms } from './applying.ts'
import { asSickness } from './as-sickness.ts'
import { certifySickness } from './certifying.ts'
import { closeYear } from './closing.ts'
import type { Command } from './commands.ts'
import type { Context } from './context.ts'
import { correctedYears } from './correcting.ts'
import { credit, payOut, recordWork } from './crediting.ts'
import { decideAbout } from './deciding.ts'
import { nameDeputy, removeDeputy } from './deputising.ts'
import { cancelDays, editLeave } from './editing.ts'
import { end, move, start } from './employ.ts'
import { enter } from './entering.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { importAll } from './importing.ts'
import { officeOf } from './office-of.ts'
import { pass } from './passing.ts'
import type { Rejection } from './rejections.ts'
import { type Decided, request } from './requesting.ts'
import { revokeEntry } from './revoking.ts'
import { recordSickness } from './sickness.ts'
import { initial, type State } from './state.ts'
import { waits } from './waiting.ts'

/**
 * All that decides about one person is in their one stream, so two approvals can never both take the last day. What a
 * record changes in a year that is closed, it says itself.
 */
export const person = (owner: PersonId, context: Context): Decider<Command, Event, State, Rejection> => ({
  initial: initial(owner),
  evolve,
  decide: (command, state) => {
    const decided = decide(command, state, { ...context, office: officeOf(context.office, state) })
    if (!decided.ok) return decided
    const events = [...decided.value, ...waitingAfter(command, decided.value, state, context)]
    return ok([...events, ...correctedYears(state, events, context)])
  },
})

/** A command that says nothing says nothing here either; but as time passes, others may stand in, or leave. */
const waitingAfter = (command: Command, events: readonly Event[], state: State, context: Context): readonly Event[] => {
  switch (command.type) {
    case 'Pass':
      return waits(state, events, addDays(command.on, 1), context)
    case 'Request':
    case 'Edit':
    case 'CancelDays':
    case 'Approve':
    case 'Decline':
    case 'ApproveCancel':
    case 'DeclineCancel':
    case 'Cancel':
    case 'AnswerCover':
      return events.length > 0 ? waits(state, events, command.on, context) : []
    default:
      return []
  }
}

const decide = (command: Command, state: State, context: Context): Decided => {
  switch (command.type) {
    case 'Request':
    case 'Enter': {
      const sickness = asSickness(command, context)
      if (sickness) return recordSickness(sickness, state, context)
      return command.type === 'Request' ? request(command, state, context) : enter(command, state, context)
    }
    case 'RecordSickness':
      return recordSickness(command, state, context)
    case 'CertifySickness':
      return certifySickness(command, state, context)
    case 'Approve':
    case 'Decline':
    case 'ApproveCancel':
    case 'DeclineCancel':
    case 'Withdraw':
    case 'Cancel':
    case 'KeepLeave':
    case 'AnswerCover':
      return decideAbout(command, state, context)
    case 'Edit':
      return editLeave(command, state, context)
    case 'CancelDays':
      return cancelDays(command, state, context)
    case 'Pass':
      return pass(command, state, context)
    case 'NameDeputy':
      return nameDeputy(command, state)
    case 'RemoveDeputy':
      return removeDeputy(command, state)
    case 'Credit':
      return credit(command, state, context)
    case 'PayOut':
      return payOut(command, state, context)
    case 'RecordWork':
      return recordWork(command, state, context)
    case 'RevokeEntry':
      return revokeEntry(command, state, context)
    case 'CloseYear':
      return closeYear(command, state, context)
    case 'Import':
      return importAll(command, state, context)
    case 'AssignTerms':
      return ok(assignTerms(command, state, context))
    case 'AssignSchedule':
      return ok(assignSchedule(command, state, context))
    case 'ApplyCalendar':
      return ok(applyCalendar(command, state, context))
    case 'Start':
      return ok(start(command, state, context))
    case 'Move':
      return ok(move(command, state, context))
    case 'End':
      return ok(end(command, state, context))
    default:
      return unreachable(command)
  }
}
