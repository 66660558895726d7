import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Because, Event } from './events.ts'
import { recharged } from './recharging.ts'
import type { State } from './state.ts'

/** Documents reach a person: what was said already, or is outdated, says nothing. What it makes cost otherwise is charged anew in the same record. */
export const assignTerms = (command: CommandOf<'AssignTerms'>, state: State, context: Context): readonly Event[] => {
  const { policy, version, from, leaveType, document } = command
  const known = state.terms.some(
    (it) => it.leaveType === leaveType && it.from === from && it.policy === policy && isNewer(it, command),
  )
  if (known) return []
  return withCharges(state, [{ type: 'TermsApplied', policy, version, from, leaveType, document }], context, {
    kind: 'terms',
    document: policy,
    version,
  })
}

export const assignSchedule = (
  command: CommandOf<'AssignSchedule'>,
  state: State,
  context: Context,
): readonly Event[] => {
  const { schedule, version, from, document } = command
  const known = state.timetables.some((it) => it.from === from && it.schedule === schedule && isNewer(it, command))
  if (known) return []
  return withCharges(state, [{ type: 'ScheduleApplied', schedule, version, from, document }], context, {
    kind: 'schedule',
    document: schedule,
    version,
  })
}

export const applyCalendar = (
  command: CommandOf<'ApplyCalendar'>,
  state: State,
  context: Context,
): readonly Event[] => {
  const { location, version, document } = command
  if (state.calendars.some((it) => it.location === location && isNewer(it, command))) return []
  const event: Event = { type: 'CalendarApplied', location, version, document }
  return withCharges(state, [event], context, { kind: 'calendar', document: location, version })
}

/** One version may say two things: that a policy holds, and for whom it is not, that it ends. */
const isNewer = (known: Versioned, said: Versioned): boolean =>
  known.version > said.version || (known.version === said.version && known.document === said.document)
type Versioned = { readonly version: number; readonly document: unknown }

export const withCharges = (
  state: State,
  events: readonly Event[],
  context: Context,
  because: Because,
): readonly Event[] => (events.length === 0 ? [] : [...events, ...recharged(state, events, because, context)])
