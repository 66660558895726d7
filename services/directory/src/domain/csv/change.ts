import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Place } from '../person.ts'
import type { OwnRole } from '../roles.ts'

/** What rows change about one person, and the first of them. `joins` null: they are there already. `moves` by their first day. */
export type Change = {
  readonly person: PersonId
  readonly row: number
  /** How many of the rows bring something new. */
  readonly rows: number
  readonly name: string
  readonly mail: string
  readonly renames: boolean
  readonly joins: Place | null
  readonly moves: readonly Place[]
  readonly roles: readonly (OwnRole | 'admin')[]
  readonly ends: LocalDate | null
}
