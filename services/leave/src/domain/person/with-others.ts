import { withCharges } from './applying.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import type { State } from './state.ts'

/** What is said about a leave, with what it makes other leave cost: they share days, or enclose free ones (the sandwich rule). */
export const withOthers = (
  state: State,
  events: readonly Event[],
  { request }: { readonly request: string },
  context: Context,
): readonly Event[] =>
  events.some(({ type }) => CHANGES.has(type))
    ? withCharges(state, events, context, { kind: 'leave', document: request, version: 0 })
    : events

/** What changes the days that accepted leave names. */
const CHANGES: ReadonlySet<Event['type']> = new Set([
  'LeaveApproved',
  'LeaveEntered',
  'LeaveEdited',
  'LeaveDaysCancelled',
  'ChangeApproved',
  'LeaveCancelled',
] as const)
