import type { Decider } from '@awayday/event-sourcing/decider'
import { err, ok, type PersonId, unreachable } from '@awayday/kernel'
import { chargesOf } from './charge.ts'
import type { Command, CommandOf } from './commands.ts'
import { approve, cancel, type Decided, type Deciding, decline, maySee, withdraw } from './decisions.ts'
import { end, move, start } from './employ.ts'
import type { Event } from './events.ts'
import type { Rejection } from './rejections.ts'
import { firstRefusal, requestRules } from './rules.ts'
import { type Asked, evolve, initial, requestOf, type State } from './state.ts'

/** All that decides about one person is in their one stream, so two approvals can never both take the last day. */
export const person = (owner: PersonId): Decider<Command, Event, State, Rejection> => ({
  initial: initial(owner),
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'Request':
        return request(command, state)
      case 'Approve':
        return onRequest(command, state, approve)
      case 'Decline':
        return onRequest(command, state, decline)
      case 'Withdraw':
        return onRequest(command, state, withdraw)
      case 'Cancel':
        return onRequest(command, state, cancel)
      case 'Start':
        return ok(start(command, state))
      case 'Move':
        return ok(move(command, state))
      case 'End':
        return ok(end(command, state))
      default:
        return unreachable(command)
    }
  },
})

const request = (command: CommandOf<'Request'>, state: State): Decided => {
  if (requestOf(state, command.request)) return ok([])
  const refusal = firstRefusal(requestRules, command, state)
  if (refusal) return err(refusal)
  return ok([{ ...command, type: 'LeaveRequested', charges: chargesOf(command) }])
}

const onRequest = <C extends Deciding>(
  command: C,
  state: State,
  decide: (command: C, asked: Asked, state: State) => Decided,
): Decided => {
  const asked = requestOf(state, command.request)
  if (!asked || !maySee(state, command)) return err({ type: 'NotRequested', request: command.request })
  return decide(command, asked, state)
}
