import type { PersonId } from '@awayday/kernel'
import { isSamePlace, joined, latestPlace, type Place, placeOn } from '../person.ts'
import type { Change } from './change.ts'
import type { KnownPerson } from './known.ts'
import type { PersonRow, RowProblem } from './person-row.ts'
import type { Places } from './places.ts'

/** What rows may name. `approverOf`: undefined: nobody is known by it. `people`: who is there already. */
export type Around = Pick<Places, 'teamOf' | 'departmentOf' | 'locationOf'> & {
  readonly approverOf: (row: PersonRow) => PersonId | null | undefined
  readonly people: ReadonlyMap<PersonId, KnownPerson>
}

export type Somebody = {
  /** Null: nothing is new. */
  readonly change: Change | null
  readonly created: readonly number[]
  readonly problems: readonly RowProblem[]
}

/** What the rows about one person, by their first day, change. */
export const somebodyIn = (
  person: PersonId,
  rows: readonly PersonRow[],
  known: KnownPerson | undefined,
  around: Around,
): Somebody => {
  const [first] = rows
  if (!first) return { change: null, created: [], problems: [] }
  const read = rows.map((row) => ({ row, place: placeIn(row, around) }))
  const wrong = [
    ...rows.flatMap((row, n) => [
      ...sayingOtherwise(row, first),
      ...outOfTime(row, rows[n - 1]),
      ...noApprover(row, person, around),
    ]),
    ...(known ? knownOtherwise(first, known) : []),
    ...(known ? [] : startingLate(first)),
    ...leavingWrongly(first, known),
  ]
  const moved = read.flatMap(({ row, place }) => (place && known ? movesOf(row, place, known, rows.length > 1) : []))
  const places = read.flatMap(({ place }) => place ?? [])
  const moves = known ? moved.flatMap((it) => ('place' in it ? [it] : [])) : []
  const news = known ? moves : read.flatMap(({ row: { row }, place }) => (place ? [{ row, place }] : []))
  const problems = [
    ...wrong,
    ...moved.flatMap((it) => ('problem' in it ? [it.problem] : [])),
    ...news.flatMap(({ row, place }) => approverLeft(row, place, around)),
  ]
  const roles = first.roles.filter((role) => !known?.roles.includes(role))
  const ends = first.left !== null && known?.state.status !== 'leaving' ? first.left : null
  const renames = known !== undefined && known.name !== first.name
  const [joins = null, ...rest] = known ? [null] : places
  const personal = renames || roles.length > 0 || ends !== null
  const created = known
    ? [...moves.map(({ row }) => row), ...(personal ? [first.row] : [])]
    : rows.map(({ row }) => row)
  const change: Change = {
    person,
    row: first.row,
    rows: new Set(created).size,
    name: first.name,
    mail: first.mail,
    renames,
    joins,
    moves: known ? moves.map(({ place }) => place) : rest.filter((place) => place !== null),
    roles,
    ends,
  }
  return { change: created.length > 0 ? change : null, created, problems }
}

const placeIn = (row: PersonRow, { teamOf, departmentOf, locationOf, approverOf }: Around): Place | null => {
  const [team, department] = [teamOf(row), departmentOf(row)]
  const [location, approver] = [locationOf(row), approverOf(row)]
  if (team === undefined || department === undefined || location === undefined || approver === undefined) return null
  return { from: row.from ?? row.joined, team, location, department, labels: row.labels, approver }
}

/** A row about somebody who is there: known, a move, or neither. Without "from" it says where they work by now, unless other rows do. */
const movesOf = (
  { row, from: said, joined: start }: PersonRow,
  place: Place,
  { state }: KnownPerson,
  oneOfSeveral: boolean,
): readonly ({ readonly row: number; readonly place: Place } | { readonly problem: RowProblem })[] => {
  const latest = latestPlace(state)
  const from = said ?? (oneOfSeveral ? start : null)
  if (from === null) {
    if (isSamePlace(latest, place)) return []
    return [
      { problem: { row, column: 'from', message: 'is missing: they work elsewhere by now; since when is this so?' } },
    ]
  }
  if (isSamePlace(placeOn(state, from), place) && from >= joined(state)) return []
  if (from >= latest.from) return [{ row, place }]
  return [{ problem: { row, column: 'from', message: `is too early: they work elsewhere since ${latest.from}` } }]
}

/** All rows about somebody say the same of what does not change with a place. */
const sayingOtherwise = (row: PersonRow, first: PersonRow): readonly RowProblem[] =>
  (['name', 'joined', 'left'] as const).flatMap((column) =>
    row[column] === first[column] ? [] : [{ row: row.row, column, message: `is not the same as in row ${first.row}` }],
  )

const outOfTime = (
  { row, from, joined: start, left }: PersonRow,
  before: PersonRow | undefined,
): readonly RowProblem[] => {
  const day = from ?? start
  if (before && (before.from ?? before.joined) === day)
    return [{ row, column: 'from', message: `is that of row ${before.row} too` }]
  if (left !== null && left < day) return [{ row, column: 'left', message: 'is before the first day' }]
  return day < start ? [{ row, column: 'from', message: 'is before the day of joining' }] : []
}

const startingLate = ({ row, from, joined: start }: PersonRow): readonly RowProblem[] =>
  from !== null && from > start
    ? [{ row, column: 'from', message: 'leaves open where they work from the day of joining on' }]
    : []

const noApprover = (row: PersonRow, person: PersonId, { approverOf }: Around): readonly RowProblem[] => {
  const approver = approverOf(row)
  if (approver === undefined)
    return [{ row: row.row, column: 'approver', message: 'is nobody: neither here nor in the file' }]
  return approver === person ? [{ row: row.row, column: 'approver', message: 'decides about their own requests' }] : []
}

/** Of who is there already: whoever leaves by the file leaves after all else is done. */
const approverLeft = (row: number, { approver, from }: Place, { people }: Around): readonly RowProblem[] => {
  const state = approver === null ? undefined : people.get(approver)?.state
  return state?.status === 'leaving' && state.lastDay < from
    ? [{ row, column: 'approver', message: `has left by then, on ${state.lastDay}` }]
    : []
}

const knownOtherwise = ({ row, joined: start, mail }: PersonRow, known: KnownPerson): readonly RowProblem[] => [
  ...(start === joined(known.state)
    ? []
    : [{ row, column: 'joined' as const, message: `is ${joined(known.state)} here` }]),
  ...(sameMail(mail, known.mail) ? [] : [{ row, column: 'mail' as const, message: 'is another one here' }]),
]

const sameMail = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()

const leavingWrongly = ({ row, left, roles }: PersonRow, known: KnownPerson | undefined): readonly RowProblem[] => {
  if (left === null) return []
  const at = (message: string): readonly RowProblem[] => [{ row, column: 'left', message }]
  if (known?.state.status === 'leaving' && known.state.lastDay !== left) return at(`is ${known.state.lastDay} here`)
  return roles.includes('admin') || known?.roles.includes('admin')
    ? at('is a last day: an admin hands this role over first')
    : []
}
