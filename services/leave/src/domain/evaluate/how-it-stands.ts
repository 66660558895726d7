import type { LocalDate } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import { outcomeOf } from '../approval/outcome.ts'
import type { Leave } from '../facts/facts.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import type { Dates } from '../time/absence.ts'
import { acceptedOn, approvalAsk, type ChargedBy, wordsOf } from './approval-words.ts'
import type { Asked, Someone, Status } from './case.ts'

/** A document says what a leave is; that a change of it waits follows from what was said about it. */
export type StatusNow = Status | 'changeRequested'

/** How a leave stands. `dates` null: as all its changes have made it, nobody had to approve them. `proposed`: what waits for approval. */
export type Now = {
  readonly status: StatusNow
  readonly dates: Dates | null
  readonly proposed: Dates | null
  /** Null: when it was asked for, if it was accepted. */
  readonly acceptedOn: LocalDate | null
}

/** What a leave was said to be outright; without decisions it is approved. */
export const said = ({ status, decisions }: Asked): Now | undefined => {
  if (status !== null) return outright(status)
  return decisions.length === 0 ? outright('approved') : undefined
}

export const outright = (status: Status): Now => ({ status, dates: null, proposed: null, acceptedOn: null })

export const standingOf = (status: StatusNow): Leave['status'] => {
  if (status === 'approved' || status === 'cancelRequested' || status === 'changeRequested') return 'accepted'
  return status === 'pending' || status === 'partlyApproved' ? 'pending' : 'over'
}

/** What all that was said about a leave has made of it by a day; null: in the end. */
export const decided = (
  office: Office,
  someone: Someone,
  asked: Asked,
  chargedBy: ChargedBy,
  sickness: readonly Asked[],
  on: LocalDate | null,
): Now => {
  const ask = approvalAsk(someone, asked, chargedBy)
  if (!ask) return outright('pending')
  const words = wordsOf(office, ask, asked, chargedBy, sickness)
  const last = [ask, ...words]
    .map((said) => said.on)
    .toSorted()
    .at(-1)
  const outcome = outcomeOf(office, ask, words, on ?? last ?? ask.on)
  const { approval, wish, proposed } = outcome
  const now = { dates: wish.dates, proposed: proposed?.dates ?? null, acceptedOn: acceptedOn(outcome) }
  if (approval?.status === 'pending' && approval.waiting.yes.length > 0) return { status: 'partlyApproved', ...now }
  return { status: approval?.status ?? 'declined', ...now }
}

/** Sickness of somebody that nobody has to decide about. */
export const sicknessIn = ({ leaves }: Someone, leaveTypes: readonly LeaveType[]): readonly Asked[] =>
  leaves.filter(
    (asked) =>
      said(asked)?.status === 'approved' && leaveTypes.find(({ id }) => id === asked.leaveType)?.sickness !== null,
  )
