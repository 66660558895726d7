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
  /** Null: in none. */
  readonly department: string | null
  readonly labels: readonly string[]
  readonly approver: PersonId | null
}

/** Where a department lies (null: at the top), and who leads it (null: nobody). A later word takes the place of an earlier. */
export type DepartmentPlace = {
  readonly department: string
  readonly parent: string | null
  readonly head: PersonId | null
}

export type DepartmentEvent = { readonly type: 'DepartmentChanged' } & DepartmentPlace

export type DirectoryEvent =
  | ({ readonly type: 'PersonJoined' } & PersonPlace)
  | ({ readonly type: 'PersonMoved' } & PersonPlace)
  /** `on` is the last day of employment. */
  | { readonly type: 'PersonLeft'; readonly person: PersonId; readonly on: LocalDate }
  | DepartmentEvent

export const directoryEvents = {
  source: 'directory',
  types: ['PersonJoined', 'PersonMoved', 'PersonLeft', 'DepartmentChanged'],
} as const
