import type { LocalDate, PersonId } from '@awayday/kernel'
import { lineOf } from '../rules/departments.ts'
import { headOf, holdersOf, isEmployed, type Organisation, postOf } from './organisation.ts'

/** Who is asked where nobody else can be. */
export const LAST_RESORT: readonly string[] = ['admin', 'hr']

/**
 * The next one up from somebody: the nearest above them in the line of approvers; else who leads their department, or one above
 * it; else whoever is an admin or of HR. `passedOver` are out of the question, as is who is not employed. Empty: nobody.
 */
export const nextUp = (
  organisation: Organisation,
  from: PersonId,
  passedOver: readonly PersonId[],
  on: LocalDate,
): readonly PersonId[] => {
  const mayBeAsked = (person: PersonId) => !passedOver.includes(person) && isEmployed(organisation, person, on)
  const approver = approversOf(organisation, from, on).find(mayBeAsked)
  if (approver) return [approver]
  const department = postOf(organisation, from, on)?.department
  const head = department && headOf(organisation, lineOf(organisation.departments, department), mayBeAsked)
  if (head) return [head]
  return holdersOf(organisation, LAST_RESORT, on).filter(mayBeAsked)
}

/** Somebody's approver, that one's approver, and so on; ends where one would come twice. */
export const approversOf = (organisation: Organisation, person: PersonId, on: LocalDate): readonly PersonId[] => {
  const line: PersonId[] = []
  let next = postOf(organisation, person, on)?.approver ?? null
  while (next !== null && !line.includes(next)) {
    line.push(next)
    next = postOf(organisation, next, on)?.approver ?? null
  }
  return line
}
