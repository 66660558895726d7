import { compare, type LocalDate, type PersonId } from '@awayday/kernel'
import type { Office } from '../approval/office.ts'
import { type Outcome, outcomeOf } from '../approval/outcome.ts'
import type { Wish } from '../approval/wish.ts'
import type { Ask, Word } from '../approval/words.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import { without } from '../person/without.ts'
import type { Dates } from '../time/absence.ts'
import { overlap } from '../time/overlap.ts'
import { noonOn } from '../time/work-on.ts'
import type { Asked, Someone } from './case.ts'
import { askedOnOf } from './dates-known.ts'

/** How a leave was asked for; undefined where it names no day. */
export const approvalAsk = (someone: Someone, asked: Asked, facts: Facts, warned = false): Ask | undefined => {
  const on = askedOnOf(asked)
  return on === undefined
    ? undefined
    : { says: 'ask', by: asked.by, on, wish: wishOf(someone.person, asked, asked.dates, facts, warned) }
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
  facts: Facts,
  sickness: readonly Asked[],
): readonly Word[] => {
  const { person, warned } = ask.wish
  const edit = (by: PersonId, on: LocalDate, dates: Dates): readonly Word[] => [
    { says: 'edit', by, on, wish: wishOf(person, asked, dates, facts, warned) },
  ]
  const turns: readonly Turn[] = [
    ...asked.edits.map(({ on, by, dates }) => ({ on, wordsAfter: () => edit(by, on, dates) })),
    ...asked.cancelledDays.map(({ on, by, day, part }) => ({
      on,
      wordsAfter: ({ wish }: Outcome) => edit(by, on, without(wish.dates, [{ day, part }])),
    })),
    ...sickness.flatMap((ill) => {
      const on = ill.recordedOn ?? askedOnOf(ill)
      const meets = ({ dates }: Wish) => overlap(dates, ill.dates, (day) => noonOn(facts, day))
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

const wishOf = (person: PersonId, asked: Asked, dates: Dates, facts: Facts, warned: boolean): Wish => ({
  request: asked.id,
  person,
  leaveType: asked.leaveType,
  dates,
  charges: chargesFor(facts, asked.leaveType, dates),
  cover: asked.cover,
  warned,
})
