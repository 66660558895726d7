import type { CommandOf } from './commands.ts'
import { isOutdated } from './employment.ts'
import type { Event, Place } from './events.ts'
import { starterTerms } from './starter-terms.ts'
import type { State } from './state.ts'

/**
 * The directory's words about a person, each whole. They come at least once and in any order, so what is known already
 * or outdated says nothing. With every place come the terms of its country: skipping "the same again" would be wrong
 * as soon as a word about an earlier day arrives late.
 */
export const start = (command: CommandOf<'Start'>, { employment }: State): readonly Event[] => {
  if (employment.turns.some(({ seq }) => seq === command.seq)) return []
  const { from } = command
  const started: Event = { type: 'EmploymentStarted', on: from, ...placeOf(command) }
  return isOutdated(employment, command) ? [started] : [started, ...termsOf(command)]
}

export const move = (command: CommandOf<'Move'>, { employment }: State): readonly Event[] => {
  const known = employment.places.some(({ from, seq }) => from === command.from && seq >= command.seq)
  if (known) return []
  return [{ type: 'EmploymentMoved', from: command.from, ...placeOf(command) }, ...termsOf(command)]
}

export const end = ({ on, seq }: CommandOf<'End'>, { employment }: State): readonly Event[] =>
  employment.turns.some((turn) => turn.seq === seq) ? [] : [{ type: 'EmploymentEnded', on, seq }]

const termsOf = ({ country, from }: CommandOf<'Start' | 'Move'>): readonly Event[] =>
  starterTerms(country, from).map((terms) => ({ type: 'TermsApplied', ...terms }))

const placeOf = ({ team, location, country, zone, approver, seq }: Place): Place => ({
  team,
  location,
  country,
  zone,
  approver,
  seq,
})
