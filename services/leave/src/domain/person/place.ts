import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Stay } from '../facts/facts.ts'

/** Where somebody works and who decides, as the directory said it. */
export type Place = {
  readonly team: string
  readonly location: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA name. */
  readonly zone: string
  /** Null: in none. */
  readonly department: string | null
  readonly labels: readonly string[]
  readonly approver: PersonId | null
  /** Orders what the directory said about a person, however it arrives: a later word on the same day counts. */
  readonly seq: number
}

/** A place as calculations and rules know it. */
export const stayIn = ({ from, location, department, team, labels }: Place & { readonly from: LocalDate }): Stay => ({
  from,
  location,
  department,
  team,
  labels,
})
