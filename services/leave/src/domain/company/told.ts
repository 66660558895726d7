import { periods } from '../person/employment.ts'
import type { State } from '../person/state.ts'
import { inForceOrFirst } from '../time/in-force.ts'
import type { Known } from './lacking.ts'
import type { Path } from './timelines.ts'

/** Where somebody is from their first day of employment on, as their own stream says. */
export const pathOf = ({ owner, employment }: Pick<State, 'owner' | 'employment'>): Path => {
  const start = periods(employment)[0]?.from
  if (start === undefined) return []
  const places = employment.places.map(({ from, team, location, country }) => ({
    person: owner,
    team,
    location,
    country,
    from,
  }))
  const before = inForceOrFirst(places, start)
  return before ? [{ ...before, from: start }, ...places.filter(({ from }) => start < from)] : []
}

/** What somebody has been told, by day. */
export const knownOf = ({ terms, timetables, calendars }: State): readonly Known[] => [
  ...terms.map(({ policy: id, leaveType: key, from, document }) => ({
    kind: 'policy' as const,
    key,
    id,
    from,
    document: typeof document === 'object' && document !== null ? YEARLY : document,
  })),
  ...timetables.map(({ schedule: id, from, document }) => ({ kind: 'schedule' as const, key: '', id, from, document })),
  ...calendars.map(({ location, from, document }) => ({
    kind: 'calendar' as const,
    key: location,
    id: location,
    from,
    document,
  })),
]

/** Terms of the time before documents: like none that a company saves. */
const YEARLY = 'yearly'
