import type { LocalDate, PersonId } from '@awayday/kernel'
import { isEmployed as isEmployedIn } from '../facts/employed.ts'
import type { Stay } from '../facts/facts.ts'
import { lineOf } from '../rules/departments.ts'

/** Who works for a company, and who stands above and in for whom: dated, so that it can be read as of any day. */
export type Organisation = {
  /** By id. */
  readonly people: Readonly<Record<string, Member>>
  readonly departments: Readonly<Record<string, Department>>
  readonly deputies: readonly Deputy[]
}

export type Member = {
  readonly person: PersonId
  /** By `from`; each until the next. The first one also holds before. */
  readonly places: readonly Post[]
  /** Both days included; null: no end is known. */
  readonly employment: readonly { readonly from: LocalDate; readonly until: LocalDate | null }[]
  readonly roles: readonly string[]
}

/** `parent`: the department that it lies in; null: at the top. `head`: who leads it. */
export type Department = { readonly parent: string | null; readonly head: PersonId | null }

/** Where somebody works, and who approves for them. */
export type Post = Stay & { readonly approver: PersonId | null }

/** `by` decides for `of`, both days included. */
export type Deputy = {
  readonly of: PersonId
  readonly by: PersonId
  readonly first: LocalDate
  readonly last: LocalDate
}

/** Undefined: somebody unknown. */
export const memberOf = ({ people }: Organisation, person: PersonId): Member | undefined =>
  Object.hasOwn(people, person) ? people[person] : undefined

/** Who has left, or not yet begun, decides nothing. */
export const isEmployed = (organisation: Organisation, person: PersonId, on: LocalDate): boolean =>
  isEmployedIn(memberOf(organisation, person)?.employment ?? [], on)

export const postOf = (organisation: Organisation, person: PersonId, on: LocalDate): Post | undefined => {
  const places = memberOf(organisation, person)?.places
  return places?.findLast(({ from }) => from <= on) ?? places?.[0]
}

/** Everybody employed who holds one of these roles, by id. */
export const holdersOf = (organisation: Organisation, roles: readonly string[], on: LocalDate): readonly PersonId[] =>
  Object.values(organisation.people)
    .filter((member) => member.roles.some((role) => roles.includes(role)))
    .map(({ person }) => person)
    .filter((person) => isEmployed(organisation, person, on))
    .sort()

/** Who leads any of these departments, or one above it. */
export const headsOver = (departments: Organisation['departments'], some: readonly string[]): readonly PersonId[] => [
  ...new Set(
    some.flatMap((department) => lineOf(departments, department)).flatMap((one) => headAt(departments, one) ?? []),
  ),
]

const headAt = (departments: Organisation['departments'], department: string): PersonId | null =>
  Object.hasOwn(departments, department) ? (departments[department]?.head ?? null) : null

/** Who leads the nearest of these departments that is led by somebody who may be asked. */
export const headOf = (
  { departments }: Organisation,
  line: readonly string[],
  mayBeAsked: (person: PersonId) => boolean,
): PersonId | undefined => {
  for (const department of line) {
    const head = headAt(departments, department)
    if (head && mayBeAsked(head)) return head
  }
  return undefined
}
