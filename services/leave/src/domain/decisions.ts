import { err, type LocalDate, ok, type PersonId, type Result } from '@awayday/kernel'
import type { Command, CommandOf } from './commands.ts'
import { isKnown, placeOn } from './employment.ts'
import type { Decision, Event } from './events.ts'
import { notEnoughLeft } from './floor.ts'
import type { Rejection } from './rejections.ts'
import type { Asked, State } from './state.ts'

export type Decided = Result<readonly Event[], Rejection>
export type Deciding = Extract<Command, { readonly byAdmin: boolean }>

/** Who looks at somebody's leave, and on which day. */
export type Viewer = { readonly by: PersonId; readonly byAdmin: boolean; readonly on: LocalDate }

/** Somebody's requests and figures are for them, whoever approves for them on that day, and admins. */
export const maySee = (state: State, viewer: Viewer): boolean =>
  isKnown(state.employment) && (viewer.by === state.owner || mayDecide(state, viewer))

/** Nobody decides about their own leave, whatever their role. */
export const mayDecide = (state: State, { by, byAdmin, on }: Viewer): boolean =>
  by !== state.owner && (byAdmin || placeOn(state.employment, on)?.approver === by)

export const approve = (command: CommandOf<'Approve'>, asked: Asked, state: State): Decided => {
  if (!mayDecide(state, command)) return err({ type: 'OwnLeave' })
  if (asked.status === 'approved') return ok([])
  if (asked.status !== 'pending') return err(alreadyDecided(asked))
  const short = notEnoughLeft(state, asked)
  if (short) return err(short)
  return ok([{ type: 'LeaveApproved', ...decisionOf(command), note: command.note }])
}

export const decline = (command: CommandOf<'Decline'>, asked: Asked, state: State): Decided => {
  if (!mayDecide(state, command)) return err({ type: 'OwnLeave' })
  if (asked.status === 'declined') return ok([])
  if (asked.status !== 'pending') return err(alreadyDecided(asked))
  return ok([{ type: 'LeaveDeclined', ...decisionOf(command), note: command.note }])
}

export const withdraw = (command: CommandOf<'Withdraw'>, asked: Asked, state: State): Decided => {
  if (command.by !== state.owner) return err({ type: 'NotYourDecision', request: asked.request })
  if (asked.status === 'withdrawn') return ok([])
  if (asked.status !== 'pending') return err(alreadyDecided(asked))
  return ok([{ type: 'LeaveWithdrawn', ...decisionOf(command) }])
}

export const cancel = (command: CommandOf<'Cancel'>, asked: Asked, state: State): Decided => {
  if (asked.status === 'cancelled') return ok([])
  if (asked.status === 'pending') return err({ type: 'StillPending', request: asked.request })
  if (asked.status !== 'approved') return err(alreadyDecided(asked))
  if (!mayDecide(state, command) && asked.first <= command.on)
    return err({ type: 'AlreadyStarted', first: asked.first })
  return ok([{ type: 'LeaveCancelled', ...decisionOf(command) }])
}

const decisionOf = ({ request, by, on }: Decision): Decision => ({ request, by, on })

const alreadyDecided = ({ request, status, by, on }: Exclude<Asked, { status: 'pending' }>): Rejection => ({
  type: 'AlreadyDecided',
  request,
  outcome: status,
  by,
  on,
})
