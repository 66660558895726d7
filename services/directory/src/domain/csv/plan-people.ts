import type { LocalDate, PersonId } from '@awayday/kernel'
import type { DepartmentView, LocationView, TeamView } from '../views.ts'
import type { Change } from './change.ts'
import type { Known } from './known.ts'
import type { PersonRow, RowProblem } from './person-row.ts'
import { placesOf } from './places.ts'
import { somebodyIn } from './somebody.ts'

/** What a file changes, step by step; each names the row that says so. */
export type Plan = {
  readonly teams: readonly TeamView[]
  readonly departments: readonly DepartmentView[]
  readonly locations: readonly LocationView[]
  readonly people: readonly Change[]
  /** Rows that bring something new. */
  readonly created: ReadonlySet<number>
  readonly problems: readonly RowProblem[]
}

/** Holds rows against what is known: whoever is there already stays as they are, or moves as their row says. The order of rows means nothing. */
export const planPeople = (rows: readonly PersonRow[], known: Known): Plan => {
  const places = placesOf(rows, known)
  const idByMail = new Map(rows.flatMap(({ id, mail }) => (id === null ? [] : [[known.byMail(mail), id] as const])))
  const idOf = ({ id, mail }: PersonRow): PersonId => id ?? idByMail.get(known.byMail(mail)) ?? known.byMail(mail)
  const groups = [...Map.groupBy(rows, idOf)].map(([person, own]) => ({
    person,
    rows: own.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
  }))
  const ids = [...known.people.keys(), ...groups.map(({ person }) => person)]
  const everybody = new Map<string, PersonId>(ids.map((id) => [id, id]))
  const approverOf = (row: PersonRow): PersonId | null | undefined => {
    if (row.approver === null) return null
    const id = row.approver.includes('@')
      ? (idByMail.get(known.byMail(row.approver)) ?? known.byMail(row.approver))
      : row.approver
    return everybody.get(id)
  }
  const all = groups.map(({ person, rows: own }) =>
    somebodyIn(person, own, known.people.get(person), { ...places, approverOf, people: known.people }),
  )
  return {
    teams: places.newTeams,
    departments: places.newDepartments,
    locations: places.newLocations,
    people: all.flatMap(({ change }) => (change ? [change] : [])),
    created: new Set(all.flatMap(({ created }) => created)),
    problems: [...places.problems, ...all.flatMap(({ problems }) => problems), ...sharedMails(groups, known)],
  }
}

const dayOf = ({ from, joined }: PersonRow): LocalDate => from ?? joined

/** A mail address is one person's. */
const sharedMails = (
  groups: readonly { readonly person: PersonId; readonly rows: readonly PersonRow[] }[],
  { byMail, people }: Known,
): readonly RowProblem[] => {
  const holders = new Map<PersonId, PersonId>()
  return groups.flatMap(({ person, rows }): readonly RowProblem[] => {
    const [first] = rows
    if (!first) return []
    const mail = byMail(first.mail)
    const other = holders.get(mail)
    holders.set(mail, person)
    const taken = people.has(mail) ? mail !== person : other !== undefined && other !== person
    return taken ? [{ row: first.row, column: 'mail', message: 'is that of somebody else' }] : []
  })
}
