import type { LocalDate, PersonId } from '@awayday/kernel'
import { total } from '#domain/charge.ts'
import type { NoteId } from '#domain/events.ts'
import type { Range } from '#domain/range.ts'
import type { Asked } from '#domain/state.ts'
import { type AmountShown, amountShown } from './amount.ts'

export type RequestShown = Range & {
  readonly id: string
  readonly person: PersonId
  readonly leaveType: string
  readonly status: Asked['status']
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
  const { request, leaveType, status, first, firstPart, last, lastPart, askedOn } = asked
  const said = (note: NoteId | null) => (note === null ? undefined : words.get(note))
  const reason = said(asked.note)
  const answer = asked.status === 'pending' ? undefined : said(asked.answer)
  return {
    id: request,
    person,
    leaveType,
    status,
    first,
    firstPart,
    last,
    lastPart,
    amount: amountShown(total(asked.charges)),
    askedOn,
    ...(asked.status === 'pending' ? {} : { decidedBy: asked.by, decidedOn: asked.on }),
    ...(reason === undefined ? {} : { reason }),
    ...(answer === undefined ? {} : { answer }),
    version,
  }
}
