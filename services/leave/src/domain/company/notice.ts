import { type LocalDate, newYearsEve, type Unit, yearOf } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Documents } from '../person/documents.ts'
import type { Because, Event, Year } from '../person/events.ts'
import { evolve } from '../person/evolve.ts'
import { factsOf } from '../person/facts-of.ts'
import type { State } from '../person/state.ts'
import { type Effect, effectBetween } from './effect-of.ts'

/** What others' words have changed for somebody, and why; `corrected` are differences in closed years. */
export type Notice = Effect & { readonly because: readonly Because[]; readonly corrected: readonly Corrected[] }
/** In the unit that the type is counted in at the end of the year. */
export type Corrected = Year & { readonly unit: Unit }

/**
 * What one record is to be told as: policies, schedules, calendars, employment, sickness and what they make leave cost otherwise. Undefined: it
 * changed nothing, or was a wish or a decision about one.
 */
export const noticeOf = (
  before: State,
  events: readonly Event[],
  documents: Documents,
  days: readonly LocalDate[],
): Notice | undefined => {
  const because = becauseIn(events)
  if (because.length === 0) return undefined
  const after = events.reduce(evolve, before)
  const effect = effectBetween(before, after, { documents }, days)
  const corrected = events.flatMap((event): readonly Corrected[] => {
    if (event.type !== 'YearCorrected') return []
    const { type, ...year } = event
    const unit = policyOn(factsOf(after, documents), year.leaveType, year.last)?.policy.unit ?? 'day'
    return [{ ...year, unit }]
  })
  return effect.balances.length + effect.leaves.length + corrected.length > 0
    ? { because, corrected, ...effect }
    : undefined
}

/** What a record names as the reason why leave or balances are otherwise; nothing: it has none to tell. */
export const becauseIn = (events: readonly Event[]): readonly Because[] => distinct(events.flatMap(becauseOf))

/** The days as of whose end balances are told: that day, the end of its calendar year, and of the next. */
export const daysTold = (today: LocalDate): readonly LocalDate[] => [
  today,
  newYearsEve(yearOf(today)),
  newYearsEve(yearOf(today) + 1),
]

const becauseOf = (event: Event): readonly Because[] => {
  switch (event.type) {
    case 'TermsApplied':
      return [{ kind: 'terms', document: event.policy, version: event.version }]
    case 'ScheduleApplied':
      return [{ kind: 'schedule', document: event.schedule, version: event.version }]
    case 'CalendarApplied':
      return [{ kind: 'calendar', document: event.location, version: event.version }]
    case 'LeaveRecharged':
      return [event.because]
    default:
      return []
  }
}

const distinct = (all: readonly Because[]): readonly Because[] =>
  all.filter((one, n) => all.findIndex((it) => JSON.stringify(it) === JSON.stringify(one)) === n)
