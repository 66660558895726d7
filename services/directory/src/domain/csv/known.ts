import type { PersonId, Role } from '@awayday/kernel'
import type { Employed, State } from '../person.ts'
import type { DepartmentView, LocationView, TeamView } from '../views.ts'

/** Somebody who is there already. */
export type KnownPerson = {
  readonly id: PersonId
  readonly state: Extract<State, Employed>
  readonly name: string
  readonly mail: string
  readonly roles: readonly Role[]
}

/** What a company knows of what a file speaks of. */
export type Known = {
  readonly teams: readonly TeamView[]
  readonly departments: readonly DepartmentView[]
  readonly locations: readonly LocationView[]
  readonly people: ReadonlyMap<PersonId, KnownPerson>
  /** Whose a mail address is: of somebody known, or, of a new one, the id that it makes. */
  readonly byMail: (mail: string) => PersonId
}
