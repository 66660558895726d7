import type { Location } from '../location.ts'
import type { DepartmentView, LocationView, TeamView } from '../views.ts'
import type { PersonRow, RowProblem } from './person-row.ts'

/** The teams, departments and locations that rows name, by id or by name; those that are new have an id that says their name. */
export type Places = {
  readonly newTeams: readonly TeamView[]
  /** At the top, and led by nobody so far. */
  readonly newDepartments: readonly DepartmentView[]
  readonly newLocations: readonly LocationView[]
  readonly teamOf: (row: PersonRow) => string | undefined
  /** Null: in none. */
  readonly departmentOf: (row: PersonRow) => string | null | undefined
  readonly locationOf: (row: PersonRow) => string | undefined
  readonly problems: readonly RowProblem[]
}

export const placesOf = (
  rows: readonly PersonRow[],
  known: {
    readonly teams: readonly TeamView[]
    readonly departments: readonly DepartmentView[]
    readonly locations: readonly LocationView[]
  },
): Places => {
  const teams = found(rows, known.teams, ({ team, teamId }) => ({ id: teamId, name: team }), 'team', 'teamId')
  const locations = found(
    rows,
    known.locations,
    ({ location, locationId }) => ({ id: locationId, name: location }),
    'location',
    'locationId',
  )
  const departments = found(
    rows.filter(({ department }) => department !== null),
    known.departments,
    ({ department, departmentId }) => ({ id: departmentId, name: department ?? '' }),
    'department',
    'departmentId',
  )
  const described = locations.fresh.map(({ id, name }) => ({ id, name, ...describe(rows, id, locations.of) }))
  return {
    newTeams: teams.fresh,
    newLocations: described.flatMap(({ id, name, country, zone }) =>
      country && zone ? [{ id, name, country, zone }] : [],
    ),
    newDepartments: departments.fresh.map((one) => ({ ...one, parent: null, head: null })),
    teamOf: teams.of,
    departmentOf: (row) => (row.department === null ? null : departments.of(row)),
    locationOf: locations.of,
    problems: [
      ...teams.problems,
      ...departments.problems,
      ...rows.flatMap(({ row, department, departmentId }): readonly RowProblem[] =>
        department === null && departmentId !== null
          ? [{ row, column: 'department', message: 'is missing: what is the name of that id?' }]
          : [],
      ),
      ...locations.problems,
      ...rows.flatMap((row) =>
        elsewhere(
          row,
          [...known.locations, ...described].find(({ id }) => id === locations.of(row)),
        ),
      ),
    ],
  }
}

type Named = { readonly id: string; readonly name: string }
type Wanted = { readonly id: string | null; readonly name: string }

const found = (
  rows: readonly PersonRow[],
  known: readonly Named[],
  wantedBy: (row: PersonRow) => Wanted,
  column: 'team' | 'department' | 'location',
  idColumn: 'teamId' | 'departmentId' | 'locationId',
) => {
  const all = [...known]
  const fresh: Named[] = []
  const problems: RowProblem[] = []
  const ids = new Map<number, string>()
  const inOrder = rows.toSorted((a, b) => Number(wantedBy(a).id === null) - Number(wantedBy(b).id === null))
  for (const row of inOrder) {
    const { id, name } = wantedBy(row)
    const same = all.filter((one) => (id === null ? one.name === name : one.id === id))
    const [one] = same
    if (same.length > 1)
      problems.push({ row: row.row, column, message: `is the name of several: say which in "${idColumn}"` })
    else if (one && one.name !== name) problems.push({ row: row.row, column, message: `is called "${one.name}"` })
    else {
      const it = one ?? { id: id ?? newIdOf(name, all, column), name }
      ids.set(row.row, it.id)
      if (one) continue
      all.push(it)
      fresh.push(it)
    }
  }
  return { fresh, problems, of: ({ row }: PersonRow) => ids.get(row) }
}

/** Letters and digits of the name; numbered, where that is taken. */
export const newIdOf = (name: string, all: readonly Named[], otherwise: string): string => {
  const plain = slug(name) || otherwise
  for (let n = 1; ; n++) {
    const id = n === 1 ? plain : `${plain}-${n}`
    if (!all.some((one) => one.id === id)) return id
  }
}

export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)

/** Any row may say where a new location is. */
const describe = (rows: readonly PersonRow[], id: string, of: (row: PersonRow) => string | undefined) => {
  const own = rows.filter((row) => of(row) === id)
  const said = (member: 'country' | 'zone') => own.find((row) => row[member] !== null)?.[member] ?? null
  return { country: said('country'), zone: said('zone') }
}

/** A row may say again where its location is, and not otherwise. */
const elsewhere = (
  row: PersonRow,
  location: { readonly [member in 'country' | 'zone']: Location[member] | null } | undefined,
): readonly RowProblem[] =>
  (['country', 'zone'] as const).flatMap((column): readonly RowProblem[] => {
    const [said, is] = [row[column], location?.[column]]
    if (location && is === null) return [{ row: row.row, column, message: 'is missing: the location is new' }]
    return said !== null && location && said !== is
      ? [{ row: row.row, column, message: `of this location is ${is}` }]
      : []
  })
