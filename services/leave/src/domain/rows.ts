import type { LocalDate, PersonId } from '@awayday/kernel'
import { approversFrom, teamsBetween } from './employment.ts'
import type { RequestId } from './events.ts'
import type { Range } from './range.ts'
import type { Asked, State } from './state.ts'

/** A line in the calendar of a team that somebody belongs to while away. Its id: `away/<team>/<last>/<person>/<request>`. */
export type AwayRow = Range & {
  readonly team: string
  readonly person: PersonId
  readonly request: RequestId
  readonly leaveType: string
  readonly status: 'pending' | 'approved'
  /** Who may see all of it besides the person and admins. */
  readonly approvers: readonly PersonId[]
}

/** A request in the inbox of whoever may decide it, now or after a move. Its id: `waiting/<approver>/<person>/<request>`. */
export type WaitingRow = {
  /** `.` (no id holds one): somebody without an approver, for admins. */
  readonly approver: PersonId | typeof NOBODY
  readonly person: PersonId
  readonly request: RequestId
  readonly askedOn: LocalDate
}
export const NOBODY = '.'

/** Every row follows from one person's facts alone. What is declined, withdrawn or cancelled is in none. */
export const rowsOf = (state: State): Readonly<Record<string, AwayRow | WaitingRow>> =>
  Object.fromEntries(state.requests.flatMap((asked) => [...awayRows(state, asked), ...waitingRows(state, asked)]))

const awayRows = (state: State, asked: Asked): readonly (readonly [string, AwayRow])[] => {
  const { request, leaveType, status, first, firstPart, last, lastPart, askedOn } = asked
  if (status !== 'pending' && status !== 'approved') return []
  const approvers = approversFrom(state.employment, askedOn).filter((approver) => approver !== null)
  const leave = { person: state.owner, request, leaveType, status, first, firstPart, last, lastPart, approvers }
  return teamsBetween(state.employment, first, last).map((team) => [
    `away/${team}/${last}/${state.owner}/${request}`,
    { team, ...leave },
  ])
}

const waitingRows = (state: State, { request, status, askedOn }: Asked): readonly (readonly [string, WaitingRow])[] =>
  status !== 'pending'
    ? []
    : approversFrom(state.employment, askedOn).map((one) => {
        const approver = one ?? NOBODY
        return [`waiting/${approver}/${state.owner}/${request}`, { approver, person: state.owner, request, askedOn }]
      })
