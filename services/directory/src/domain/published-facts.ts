import type { LocalDate, PersonId } from '@awayday/kernel'

/** What other services learn about people: ids and dates only. Each fact is whole, so none needs an earlier one. */
export type PersonPlace = {
  readonly person: PersonId
  /** The first day this holds. */
  readonly from: LocalDate
  readonly team: string
  readonly location: string
  /** ISO 3166-1 alpha-2, of the location. */
  readonly country: string
  /** IANA name, of the location. */
  readonly zone: string
  readonly approver: PersonId | null
}

export type DirectoryEvent =
  | ({ readonly type: 'PersonJoined' } & PersonPlace)
  | ({ readonly type: 'PersonMoved' } & PersonPlace)
  /** `on` is the last day of employment. */
  | { readonly type: 'PersonLeft'; readonly person: PersonId; readonly on: LocalDate }

export const directoryEvents = {
  source: 'directory',
  types: ['PersonJoined', 'PersonMoved', 'PersonLeft'],
} as const
