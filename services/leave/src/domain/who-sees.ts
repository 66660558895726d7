import type { PersonId } from '@awayday/kernel'
import { leaveTypeOf } from './leave-types.ts'
import type { AwayRow } from './rows.ts'

/** A leave as far as somebody may know of it: nothing, that somebody is away, or all. */
export type Sight = 'nothing' | 'away' | 'all'

/** The person, whoever approves and admins see all; colleagues only what is accepted, and no type that is private. */
export const sightOf = (
  { person, leaveType, status, approvers }: AwayRow,
  viewer: { readonly by: PersonId; readonly byAdmin: boolean },
): Sight => {
  if (viewer.byAdmin || viewer.by === person || approvers.includes(viewer.by)) return 'all'
  if (status === 'pending') return 'nothing'
  return leaveTypeOf(leaveType)?.visibility === 'full' ? 'all' : 'away'
}
