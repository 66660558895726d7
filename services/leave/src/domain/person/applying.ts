import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Because, Event } from './events.ts'
import { recharged } from './recharging.ts'
import type { State } from './state.ts'

/**
 * Documents reach a person: what was said already says nothing. What it makes cost otherwise is charged anew in the same record. Versions are
 * no guard: where somebody moves away and back, an earlier one holds again.
 */
export const assignTerms = (command: CommandOf<'AssignTerms'>, state: State, context: Context): readonly Event[] => {
  const { policy, version, from, leaveType, document } = command
  const known = state.terms.find((it) => it.leaveType === leaveType && it.from === from)
  if (known?.policy === policy && known.document === document) return []
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
  const known = state.timetables.find((it) => it.from === from)
  if (known?.schedule === schedule && known.document === document) return []
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
  const { location, version, from, document } = command
  const known = state.calendars.find((it) => it.location === location && it.from === from)
  if (known?.document === document) return []
  const event: Event = { type: 'CalendarApplied', location, version, from, document }
  return withCharges(state, [event], context, { kind: 'calendar', document: location, version })
}

export const withCharges = (
  state: State,
  events: readonly Event[],
  context: Context,
  because: Because,
): readonly Event[] => (events.length === 0 ? [] : [...events, ...recharged(state, events, because, context)])
