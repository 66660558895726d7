import { type PersonId, unreachable } from '@awayday/kernel'
import type { LeaveType } from '../leave-type/leave-type.ts'

/** A leave as far as somebody may know of it: nothing; that somebody is away; also with which type; or all, reasons included. */
export type Sight = 'nothing' | 'away' | 'type' | 'all'

/** Who looks. `byHr`: HR and admins. */
export type Viewer = { readonly by: PersonId; readonly byHr: boolean }

export type Seen = {
  readonly person: PersonId
  readonly status: 'pending' | 'accepted' | 'over'
  /** Everybody who may decide about the person's leave, then or now. */
  readonly approvers: readonly PersonId[]
}

/**
 * The person, their approvers and HR see all. Peers see what its type lets them: never a reason, never that it is sickness, nothing
 * of what is over, and nothing of a type that is not known.
 */
export const sightOf = (leave: Seen, type: LeaveType | undefined, { by, byHr }: Viewer): Sight => {
  return byHr || by === leave.person || leave.approvers.includes(by) ? 'all' : sightOfPeers(leave, type)
}

/** What any peer may see of a leave. */
export const sightOfPeers = ({ status }: Pick<Seen, 'status'>, type: LeaveType | undefined): Exclude<Sight, 'all'> => {
  if (!type || status === 'over' || (status === 'pending' && !type.pendingVisible)) return 'nothing'
  switch (type.visibility) {
    case 'full':
      return type.sickness ? 'away' : 'type'
    case 'away':
      return 'away'
    case 'hidden':
      return 'nothing'
    default:
      return unreachable(type.visibility)
  }
}
