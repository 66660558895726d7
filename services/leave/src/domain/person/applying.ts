import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Because, Event } from './events.ts'
import { recharged } from './recharging.ts'
import type { State } from './state.ts'

/** Documents reach a person: what was said already, or is outdated, says nothing. What it makes cost otherwise is charged anew in the same record. */
export const assignTerms = (command: CommandOf<'AssignTerms'>, state: State, context: Context): readonly Event[] => {
  const { policy, version, from, leaveType, document } = command
  const known = state.terms.some(
    (it) => it.leaveType === leaveType && it.from === from && it.policy === policy && it.version >= version,
  )
  if (known) return []
  return withCharges(state, [{ type: 'TermsApplied', policy, version, from, leaveType, document }], context, {
    kind: 'terms',
    document: policy,
    version,
  })
}

export const assignSchedule = (
  { schedule, version, from, document }: CommandOf<'AssignSchedule'>,
  state: State,
  context: Context,
): readonly Event[] => {
  const known = state.timetables.some((it) => it.from === from && it.schedule === schedule && it.version >= version)
  if (known) return []
  return withCharges(state, [{ type: 'ScheduleApplied', schedule, version, from, document }], context, {
    kind: 'schedule',
    document: schedule,
    version,
  })
}

export const applyCalendar = (
  { location, version, document }: CommandOf<'ApplyCalendar'>,
  state: State,
  context: Context,
): readonly Event[] => {
  if (state.calendars.some((it) => it.location === location && it.version >= version)) return []
  const event: Event = { type: 'CalendarApplied', location, version, document }
  return withCharges(state, [event], context, { kind: 'calendar', document: location, version })
}

export const withCharges = (
  state: State,
  events: readonly Event[],
  context: Context,
  because: Because,
): readonly Event[] => (events.length === 0 ? [] : [...events, ...recharged(state, events, because, context)])
