import { chargedBeyond } from '../facts/pending-change.ts'
import type { Charge } from '../time/charged.ts'
import { withCharges } from './applying.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { isAccepted, requestOf, type State } from './state.ts'

/** What is said about a leave, with what it makes other leave cost: they share days, or enclose free ones (the sandwich rule). */
export const withOthers = (
  state: State,
  events: readonly Event[],
  { request, leaveType }: About,
  context: Context,
): WithOthers => {
  if (!events.some(({ type }) => CHANGES.has(type))) return { events, raised: [] }
  const all = withCharges(state, events, context, { kind: 'leave', document: request, version: 0 })
  const others = all.flatMap((event) => (event.type === 'LeaveRecharged' ? event.leaves : []))
  const raised = others.flatMap(({ request: id, charges }) => {
    const other = requestOf(state, id)
    const counts = other && id !== request && other.leaveType === leaveType && isAccepted(other)
    return counts ? chargedBeyond(other.charges, charges) : []
  })
  return { events: all, raised }
}

type About = { readonly request: string; readonly leaveType: string }

/** `raised`: what other accepted leave of the type costs more by it, and so has to be covered with it. */
export type WithOthers = { readonly events: readonly Event[]; readonly raised: readonly Charge[] }

/** What changes the days that accepted leave names. */
const CHANGES: ReadonlySet<Event['type']> = new Set([
  'LeaveApproved',
  'LeaveEntered',
  'LeaveEdited',
  'LeaveDaysCancelled',
  'ChangeApproved',
  'LeaveCancelled',
] as const)
