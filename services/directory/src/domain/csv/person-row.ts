import type { LocalDate, PersonId } from '@awayday/kernel'
import type { OwnRole } from '../roles.ts'

/** What a row says about somebody: where they work from a day on. Who works at several places, one after the other, has several rows. */
export type PersonRow = {
  readonly row: number
  /** Null: known by the mail address alone. */
  readonly id: PersonId | null
  readonly name: string
  readonly mail: string
  readonly team: string
  readonly teamId: string | null
  readonly location: string
  readonly locationId: string | null
  readonly country: string | null
  readonly zone: string | null
  readonly department: string | null
  readonly departmentId: string | null
  readonly labels: readonly string[]
  /** An id or a mail address. */
  readonly approver: string | null
  readonly joined: LocalDate
  /** Null: from the day of joining. */
  readonly from: LocalDate | null
  readonly left: LocalDate | null
  /** To be given; none is taken away. */
  readonly roles: readonly (OwnRole | 'admin')[]
}

export type RowProblem = { readonly row: number; readonly column: keyof PersonRow | ''; readonly message: string }
