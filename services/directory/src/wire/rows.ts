import type { ViewDocument, ViewRow } from '@awayday/event-sourcing'
import { type PersonId, ROLES, type Role, type TenantId } from '@awayday/kernel'
import type * as company from '#domain/company.ts'
import type * as departments from '#domain/departments.ts'
import type * as location from '#domain/location.ts'
import { isKnown, type State as PersonState } from '#domain/person.ts'
import type * as roles from '#domain/roles.ts'
import type * as team from '#domain/team.ts'
import type { DepartmentView, LocationView, PersonView, TeamView } from '#domain/views.ts'

/**
 * Rows of the table `views`. Three streams know something about a person, so a person is up to three rows that lie side
 * by side: `person/<id>/place`, `person/<id>/roles`, `person/<id>/admin`. The others are `team/<id>`, `location/<id>` and
 * `department/<id>`.
 */
type Rows = Readonly<Record<string, ViewDocument>>

export const personRows = (person: string, state: PersonState): Rows =>
  isKnown(state)
    ? {
        [`person/${person}/place`]: {
          places: state.places,
          lastDay: state.status === 'leaving' ? state.lastDay : null,
        },
      }
    : {}

export const rolesRows = (person: string, state: roles.State): Rows =>
  state.roles.length > 0 ? { [`person/${person}/roles`]: { roles: state.roles } } : {}

export const adminRows = ({ admins }: company.State): Rows =>
  Object.fromEntries(admins.map((person) => [`person/${person}/admin`, {}]))

export const teamRows = (id: string, state: team.State): Rows =>
  state.status === 'added' ? { [`team/${id}`]: { name: state.name } } : {}

export const locationRows = (id: string, state: location.State): Rows => {
  if (state.status !== 'added') return {}
  const { name, country, zone } = state
  return { [`location/${id}`]: { name, country, zone } }
}

export const departmentRows = ({ departments }: departments.State): Rows =>
  Object.fromEntries(departments.map(({ id, ...department }) => [`department/${id}`, department]))

/** The rows of a kind, tombstones left out, in no promised order: the one thing each store is asked in its own way. */
export type RowsOf = (tenant: TenantId, kind: 'person' | 'team' | 'location' | 'department') => AsyncIterable<ViewRow>

/** By which question of `DirectoryViews` the rows of a kind are read. */
export const askedFor = { person: 'people', team: 'teams', location: 'locations', department: 'departments' } as const

/** What the rows of any store show. */
export const viewsOver = (rowsOf: RowsOf) => ({
  people: async (tenant: TenantId): Promise<readonly PersonView[]> => peopleIn(await all(rowsOf(tenant, 'person'))),
  teams: async (tenant: TenantId): Promise<readonly TeamView[]> =>
    (await all(rowsOf(tenant, 'team'))).map((row) => ({ id: afterKind(row), ...(row.doc as Omit<TeamView, 'id'>) })),
  locations: async (tenant: TenantId): Promise<readonly LocationView[]> =>
    (await all(rowsOf(tenant, 'location'))).map((row) => ({
      id: afterKind(row),
      ...(row.doc as Omit<LocationView, 'id'>),
    })),
  departments: async (tenant: TenantId): Promise<readonly DepartmentView[]> =>
    (await all(rowsOf(tenant, 'department'))).map((row) => ({
      id: afterKind(row),
      ...(row.doc as Omit<DepartmentView, 'id'>),
    })),
})

/** Whoever has a place; what else is known about them lies beside it. */
const peopleIn = (rows: readonly ViewRow[]): readonly PersonView[] => {
  const docs = new Map(rows.map(({ id, doc }) => [id, doc]))
  return rows
    .filter(({ id }) => id.endsWith('/place'))
    .map(({ id, doc }) => {
      const person = id.slice('person/'.length, -'/place'.length) as PersonId
      const { places, lastDay } = doc as Pick<PersonView, 'places' | 'lastDay'>
      const own = docs.get(`person/${person}/roles`) as roles.State | undefined
      return { person, places, lastDay, roles: rolesOf(own?.roles ?? [], docs.has(`person/${person}/admin`)) }
    })
}

/** All roles of somebody employed, in their order. */
export const rolesOf = (own: readonly Role[], isAdmin: boolean): readonly Role[] =>
  ROLES.filter((role) => role === 'employee' || own.includes(role) || (role === 'admin' && isAdmin))

const afterKind = ({ id }: ViewRow): string => id.slice(id.indexOf('/') + 1)

const all = async (rows: AsyncIterable<ViewRow>): Promise<readonly ViewRow[]> => {
  const found: ViewRow[] = []
  for await (const row of rows) found.push(row)
  return found
}
