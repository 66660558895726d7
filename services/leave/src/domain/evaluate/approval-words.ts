import type { PersonId } from '@awayday/kernel'
import type { Wish } from '../approval/wish.ts'
import type { Ask, Word } from '../approval/words.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import { without } from '../person/without.ts'
import type { Dates } from '../time/absence.ts'
import type { Asked, Someone } from './case.ts'
import { askedOnOf } from './dates-known.ts'

/** How a leave was asked for; undefined where it names no day. */
export const approvalAsk = (someone: Someone, asked: Asked, facts: Facts, warned = false): Ask | undefined => {
  const on = askedOnOf(asked)
  return on === undefined
    ? undefined
    : { says: 'ask', by: asked.by, on, wish: wishOf(someone.person, asked, asked.dates, facts, warned) }
}

/** All that was said about it: decisions, changes of its dates, and days taken back. */
export const wordsOf = ({ person }: Someone, asked: Asked, facts: Facts, warned = false): readonly Word[] => {
  const changes = [
    ...asked.edits.map(({ on, by, dates }) => ({ on, by, change: () => dates })),
    ...asked.cancelledDays.map(({ on, by, day, part }) => ({
      on,
      by,
      change: (left: Dates) => without(left, [{ day, part }]),
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let dates = asked.dates
  const edits = changes.map(({ on, by, change }): Word => {
    dates = change(dates)
    return { says: 'edit', by, on, wish: wishOf(person, asked, dates, facts, warned) }
  })
  return [...asked.decisions, ...edits]
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
