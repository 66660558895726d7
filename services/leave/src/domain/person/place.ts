import type { PersonId } from '@awayday/kernel'

/** Where somebody works and who decides, as the directory said it. */
export type Place = {
  readonly team: string
  readonly location: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA name. */
  readonly zone: string
  readonly approver: PersonId | null
  /** Orders what the directory said about a person, however it arrives: a later word on the same day counts. */
  readonly seq: number
}
