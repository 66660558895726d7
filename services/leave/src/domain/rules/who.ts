import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Facts, Stay } from '../facts/facts.ts'
import { type Departments, isWithin } from './departments.ts'

/**
 * Whom something is for. Each list: any of these; null: all. What is named must hold together; so all null is everybody, and an
 * empty list is nobody. A department means all below it as well.
 */
export type Who = {
  readonly locations: readonly string[] | null
  readonly departments: readonly string[] | null
  readonly teams: readonly string[] | null
  readonly labels: readonly string[] | null
  readonly persons: readonly PersonId[] | null
}

export const EVERYBODY: Who = { locations: null, departments: null, teams: null, labels: null, persons: null }

/** Whether somebody belongs to them on a day. Where somebody without a place is named by nothing but their id, that is enough. */
export const isAmong = (
  who: Who,
  { person, places }: Pick<Facts, 'person' | 'places'>,
  day: LocalDate,
  departments: Departments,
): boolean => {
  if (who.persons !== null && !who.persons.includes(person)) return false
  const stay = stayOn(places, day)
  if (!stay) return who.locations === null && who.departments === null && who.teams === null && who.labels === null
  return (
    (who.locations === null || who.locations.includes(stay.location)) &&
    (who.departments?.some((department) => isWithin(departments, stay.department, department)) ?? true) &&
    (who.teams === null || who.teams.includes(stay.team)) &&
    (who.labels?.some((label) => stay.labels.includes(label)) ?? true)
  )
}

/** Where somebody belongs on a day; the first place also holds before. Undefined: nowhere. */
export const stayOn = (places: readonly Stay[], day: LocalDate): Stay | undefined =>
  places.findLast(({ from }) => from <= day) ?? places[0]
