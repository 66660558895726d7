import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Facts, Stay } from '../facts/facts.ts'
import { inForceOrFirst } from '../time/in-force.ts'
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

/** Whether somebody belongs to them on a day. Of somebody without a place only the id is known. */
export const isAmong = (
  { locations, departments, teams, labels, persons }: Who,
  { person, places }: Pick<Facts, 'person' | 'places'>,
  day: LocalDate,
  tree: Departments,
): boolean => {
  if (persons !== null && !persons.includes(person)) return false
  const stay = stayOn(places, day)
  if (!stay) return [locations, departments, teams, labels].every((list) => list === null)
  return (
    (locations === null || locations.includes(stay.location)) &&
    (departments === null || isIn(departments, stay.department, tree)) &&
    (teams === null || teams.includes(stay.team)) &&
    (labels === null || labels.some((label) => stay.labels.includes(label)))
  )
}

/** Who is in no department is in none of these. */
const isIn = (departments: readonly string[], own: string | null, tree: Departments): boolean =>
  own !== null && departments.some((department) => isWithin(tree, own, department))

/** Where somebody belongs on a day; the first place also holds before. Undefined: nowhere. */
export const stayOn = (places: readonly Stay[], day: LocalDate): Stay | undefined => inForceOrFirst(places, day)
