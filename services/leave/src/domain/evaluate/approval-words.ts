import { compare, type LocalDate, type PersonId } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import { type Outcome, outcomeOf } from '../approval/outcome.ts'
import type { Wish } from '../approval/wish.ts'
import type { Ask, Word } from '../approval/words.ts'
import type { Earlier } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import { without } from '../person/without.ts'
import type { Dates } from '../time/absence.ts'
import { overlap } from '../time/overlap.ts'
import { noonOn } from '../time/work-on.ts'
import type { Asked, Someone } from './case.ts'
import { chargesIn } from './charges-in.ts'
import { askedOnOf } from './dates-known.ts'

/** What the leave of somebody is charged by. `accepted`: other leave of theirs that was accepted by a day, in order. */
export type ChargedBy = { readonly facts: Facts; readonly accepted: (by: LocalDate) => readonly Earlier[] }

/** How a leave was asked for; undefined where it names no day. */
export const approvalAsk = (
  { person }: Someone,
  asked: Asked,
  chargedBy: ChargedBy,
  warned = false,
): Ask | undefined => {
  const on = askedOnOf(asked)
  return on === undefined
    ? undefined
    : { says: 'ask', by: asked.by, on, wish: wishOf(person, asked, asked.dates, chargedBy, on, warned) }
}

/** The day on which it was accepted, if it was. */
export const acceptedOn = ({ log }: Outcome): LocalDate | null => {
  const accepted = log.find((entry) => entry.kind === 'event' && entry.event.type === 'LeaveApproved')
  return accepted?.kind === 'event' ? accepted.event.on : null
}

/** What was said and done about a leave, one after the other. */
type Turn = { readonly on: LocalDate; readonly wordsAfter: (outcome: Outcome) => readonly Word[] }

/**
 * All that was said about it: decisions, changes of its dates, days taken back of what it was by then; and where the person was ill on its
 * days, that a change which waits is dropped. `sickness`: their accepted sickness.
 */
export const wordsOf = (
  office: Office,
  ask: Ask,
  asked: Asked,
  chargedBy: ChargedBy,
  sickness: readonly Asked[],
): readonly Word[] => {
  const { person, warned } = ask.wish
  const edit = (by: PersonId, on: LocalDate, dates: Dates, before: Outcome): readonly Word[] => [
    { says: 'edit', by, on, wish: wishOf(person, asked, dates, chargedBy, acceptedOn(before) ?? on, warned) },
  ]
  const turns: readonly Turn[] = [
    ...asked.edits.map(({ on, by, dates }) => ({ on, wordsAfter: (before: Outcome) => edit(by, on, dates, before) })),
    ...asked.cancelledDays.map(({ on, by, day, part }) => ({
      on,
      wordsAfter: (before: Outcome) => edit(by, on, without(before.wish.dates, [{ day, part }]), before),
    })),
    ...sickness.flatMap((ill) => {
      const on = ill.recordedOn ?? askedOnOf(ill)
      const meets = ({ dates }: Wish) => overlap(dates, ill.dates, (day) => noonOn(chargedBy.facts, day))
      const dropped: readonly Word[] = on === undefined ? [] : [{ says: 'withdraw', by: person, on }]
      const wordsAfter = ({ wish, proposed }: Outcome) => (proposed && [wish, proposed].some(meets) ? dropped : [])
      return on === undefined ? [] : [{ on, wordsAfter }]
    }),
  ]
  const words: Word[] = [...asked.decisions]
  for (const { on, wordsAfter } of turns.toSorted((a, b) => compare(a.on, b.on)))
    words.push(...wordsAfter(outcomeOf(office, ask, words, on)))
  return words
}

const wishOf = (
  person: PersonId,
  asked: Asked,
  dates: Dates,
  { facts, accepted }: ChargedBy,
  on: LocalDate,
  warned: boolean,
): Wish => ({
  request: asked.id,
  person,
  leaveType: asked.leaveType,
  dates,
  charges: chargesIn(asked, dates, facts, accepted(on)),
  cover: asked.cover,
  warned,
})
