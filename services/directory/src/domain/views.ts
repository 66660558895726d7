import type { LocalDate, PersonId, Role } from '@awayday/kernel'
import type { Department } from './departments.ts'
import type { Location } from './location.ts'
import type { Employed } from './person.ts'

/** What can be seen of a company; no personal text, which is on cards. */
export type PersonView = {
  readonly person: PersonId
  readonly places: Employed['places']
  /** The last day of employment, where one is known. */
  readonly lastDay: LocalDate | null
  /** In the order of `Role`; everybody is an employee. */
  readonly roles: readonly Role[]
}
export type TeamView = { readonly id: string; readonly name: string }
export type DepartmentView = { readonly id: string } & Department
export type LocationView = { readonly id: string } & Location
