import type { LocalDate, PersonId } from '@awayday/kernel'
import { isOpen } from '../approval/passing.ts'
import type { Range } from '../time/absence.ts'
import { approversOf } from './approvers-of.ts'
import { awayRanges } from './away-ranges.ts'
import { approversFrom, teamsBetween } from './employment.ts'
import type { RequestId } from './ids.ts'
import { type Asked, isAccepted, isPending, type State } from './state.ts'

/**
 * A line in the calendar of a team that somebody belongs to while away: one for each run of days. Its id:
 * `away/<team>/<last>/<person>/<request>`, and `/<n>` for the n-th part of one day.
 */
export type AwayRow = Range & {
  readonly team: string
  readonly person: PersonId
  readonly request: RequestId
  readonly leaveType: string
  readonly status: 'pending' | 'approved'
  /** Who may see all of it besides the person and admins. */
  readonly approvers: readonly PersonId[]
}

/** A request, or the wish to cancel one, in the inbox of whoever may decide it, now or after a move. Its id: `waiting/<approver>/<person>/<request>`. */
export type WaitingRow = {
  /** `.` (no id holds one): somebody without an approver, or whoever holds a role that is asked, for admins. */
  readonly approver: PersonId | typeof NOBODY
  readonly person: PersonId
  readonly request: RequestId
  readonly askedOn: LocalDate
  /** Whether they are asked to take the work over. */
  readonly cover: boolean
}
export const NOBODY = '.'

/** Null: it is nobody's name, but stands for whoever holds a role. */
export const named = (person: PersonId): PersonId | null => (isNobody(person) ? null : person)
const isNobody = (name: string): boolean => name === NOBODY

/** Every row follows from one person's facts alone. What is declined, withdrawn or cancelled is in none. */
export const rowsOf = (state: State): Readonly<Record<string, AwayRow | WaitingRow>> =>
  Object.fromEntries(state.requests.flatMap((asked) => [...awayRows(state, asked), ...waitingRows(state, asked)]))

const awayRows = (state: State, asked: Asked): readonly (readonly [string, AwayRow])[] => {
  const status: AwayRow['status'] | undefined = isAccepted(asked)
    ? 'approved'
    : isPending(asked)
      ? 'pending'
      : undefined
  if (!status) return []
  const { request, leaveType, dates } = asked
  const approvers = approversOf(state, asked)
  return awayRanges(dates, state.employment).flatMap((range, nth, all) => {
    const { first, last } = range
    const before = all.slice(0, nth).filter((other) => other.last === last).length
    const row = { person: state.owner, request, leaveType, status, ...range, approvers }
    return teamsBetween(state.employment, first, last).map(
      (team) =>
        [
          `away/${team}/${last}/${state.owner}/${request}${before === 0 ? '' : `/${before + 1}`}`,
          { team, ...row },
        ] as const,
    )
  })
}

/** Whoever approves for the person, also from a move on, whoever else is known to be waited for, and the colleague who is asked to take the work over. */
const waitingRows = (state: State, asked: Asked): readonly (readonly [string, WaitingRow])[] => {
  const { approval, request } = asked
  if (!isOpen(approval)) return []
  const { asked: askedOn } = approval.waiting
  const { cover } = approval.waiting
  const silent = cover && cover.agrees === null ? [cover.person] : []
  const people = new Set([...approversFrom(state.employment, askedOn), ...(asked.waitsFor ?? []), ...silent])
  return [...people].map((one) => {
    const approver: WaitingRow['approver'] = one ?? NOBODY
    const row = { approver, person: state.owner, request, askedOn, cover: silent.some((person) => person === one) }
    return [`waiting/${approver}/${state.owner}/${request}`, row]
  })
}
