import type { LocalDate, PersonId } from '@awayday/kernel'
import type { NoteId } from '#domain/person/ids.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import type { Asked } from '#domain/person/state.ts'
import { type AmountShown, costShown } from './amount.ts'
import { type DayShown, daysShown } from './charge.ts'
import { type RangeShown, rangeShown } from './range.ts'

/** From the first to the last day that is named; `days`: where only these are. */
export type RequestShown = RangeShown & {
  readonly days?: readonly DayShown[]
  readonly id: string
  readonly person: PersonId
  readonly leaveType: string
  readonly status: 'pending' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'cancelled'
  readonly amount: AmountShown
  readonly askedOn: LocalDate
  readonly decidedBy?: PersonId
  readonly decidedOn?: LocalDate
  readonly reason?: string
  readonly answer?: string
  readonly version: number
}

/** `words`: what was said, by note, for those who may read it. */
export const requestShown = (
  person: PersonId,
  version: number,
  asked: Asked,
  words: ReadonlyMap<NoteId, string>,
): RequestShown => {
  const { request, leaveType, dates, charges, approval } = asked
  const said = (note: NoteId | null) => (note === null ? undefined : words.get(note))
  const [reason, answer] = [said(asked.note), said(asked.answer)]
  const decided = decisionOf(approval)
  return {
    id: request,
    person,
    leaveType,
    status: statusShown(approval.status),
    ...rangeShown(rangeOf(dates)),
    ...(dates.kind === 'days' ? { days: daysShown(dates.days) } : {}),
    amount: costShown(charges),
    askedOn: asked.on,
    ...(decided?.by ? { decidedBy: decided.by } : {}),
    ...(decided ? { decidedOn: decided.on } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(answer === undefined ? {} : { answer }),
    version,
  }
}

/** Of leave that somebody wishes to cancel or to change: how it was approved. */
const decisionOf = (approval: Asked['approval']) => {
  if ('approved' in approval) return approval.approved
  return approval.status === 'pending' ? undefined : approval
}

/** What somebody wishes to cancel or to change is approved until that is decided. */
const statusShown = (status: Asked['approval']['status']): RequestShown['status'] => {
  switch (status) {
    case 'cancelRequested':
    case 'changeRequested':
      return 'approved'
    default:
      return status
  }
}
