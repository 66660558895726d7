import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Facts, Leave } from '../facts/facts.ts'
import type { Dates } from '../time/absence.ts'
import type { Answer } from './answer.ts'
import type { Asked, Case, Someone } from './case.ts'
import type { Ask } from './question.ts'
import { shown, type WrittenUnit } from './shown.ts'
import type { World } from './world.ts'

/** What answers are made from: the document, and everybody as known on a day. */
export type Asking = {
  readonly given: Case
  /** As known on a day; null: as all is known. Made once for each day. */
  readonly world: (on: LocalDate | null) => World
}

/** The question of one kind. */
export type AskOf<Kind extends Ask['ask']> = Extract<Ask, { readonly ask: Kind }>
export type AnswerTo<Kind extends Ask['ask']> = (ask: AskOf<Kind>, asking: Asking) => Answer

export const factsOf = ({ world }: Asking, person: PersonId, on: LocalDate | null = null): Facts =>
  world(on).facts(person)

/** References were looked up when the document was read: everybody who is named is there. */
export const someoneOf = ({ given }: Asking, person: PersonId): Someone | undefined =>
  given.people.find((someone) => someone.person === person)

export const askedOf = (asking: Asking, person: PersonId, id: string): Asked | undefined =>
  someoneOf(asking, person)?.leaves.find((leave) => leave.id === id)

export const leaveOf = (facts: Facts, id: string | null): Leave | undefined =>
  facts.leaves.find((leave) => leave.id === id)

/** The dates that are asked about: their own, or those of the leave that is named. */
export const datesAsked = (ask: { readonly dates: Dates | null; readonly leave: string | null }, facts: Facts): Dates =>
  ask.dates ?? leaveOf(facts, ask.leave)?.dates ?? { kind: 'days', days: [] }

export const unitOf = (asking: Asking, person: PersonId, leaveType: string): WrittenUnit =>
  someoneOf(asking, person)?.units[leaveType] ?? 'day'

/** Prints amounts of a leave type as its policies are written. */
export const showing = (
  asking: Asking,
  { person, leaveType }: { readonly person: PersonId; readonly leaveType: string },
) => {
  const unit = unitOf(asking, person, leaveType)
  return { unit, show: (n: number): string => shown(n, unit) }
}
