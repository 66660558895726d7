import type { Facts } from '#domain/facts/facts.ts'
import type { History } from './histories.ts'

/** The smallest history found in which something still holds: facts are dropped one by one for as long as it does. */
export const smallest = (history: History, holds: (history: History) => boolean): History => {
  for (const smaller of [...dropped(history.facts)].map((facts) => ({ ...history, facts }))) {
    if (holds(smaller)) return smallest(smaller, holds)
  }
  const [, ...others] = history.asOf
  for (const day of others.length > 0 ? history.asOf : []) {
    const alone = { ...history, asOf: [day] }
    if (holds(alone)) return smallest(alone, holds)
  }
  return history
}

const LISTS = ['leaves', 'credits', 'payOuts', 'worked', 'closedYears', 'policies', 'schedules', 'employment'] as const

/** The same facts with one of them left out. */
function* dropped(facts: Facts): Generator<Facts> {
  for (const list of LISTS) {
    for (const [i] of facts[list].entries()) {
      if (list === 'employment' && facts.employment.length === 1) continue
      yield { ...facts, [list]: facts[list].toSpliced(i, 1) }
    }
  }
  if (facts.places.length > 1) yield { ...facts, places: facts.places.slice(0, 1) }
  for (const [location, calendar] of Object.entries(facts.calendars)) {
    for (const list of ['holidays', 'closings'] as const) {
      for (const half of [
        calendar[list].slice(0, calendar[list].length / 2),
        calendar[list].slice(calendar[list].length / 2),
      ]) {
        if (half.length < calendar[list].length) {
          yield { ...facts, calendars: { ...facts.calendars, [location]: { ...calendar, [list]: half } } }
        }
      }
    }
  }
}
