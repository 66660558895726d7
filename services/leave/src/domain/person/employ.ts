import { withCharges } from './applying.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { isOutdated } from './employment.ts'
import type { Event } from './events.ts'
import type { Place } from './place.ts'
import { isStarter } from './starter-policies.ts'
import type { State } from './state.ts'

/**
 * The directory's words about a person, each whole. They come at least once and in any order, so what is known already
 * or outdated says nothing. With every place come the terms of its country: skipping "the same again" would be wrong
 * as soon as a word about an earlier day arrives late.
 */
export const start = (command: CommandOf<'Start'>, state: State, context: Context): readonly Event[] => {
  const { employment } = state
  if (employment.turns.some(({ seq }) => seq === command.seq)) return []
  const { from } = command
  const started: Event = { type: 'EmploymentStarted', on: from, ...placeOf(command) }
  return withCharges(
    state,
    isOutdated(employment, command) ? [started] : [started, ...termsOf(command, state)],
    context,
    because(command),
  )
}

export const move = (command: CommandOf<'Move'>, state: State, context: Context): readonly Event[] => {
  const { from, seq } = command
  const known = state.employment.places.some((place) => place.from === from && place.seq >= seq)
  if (known) return []
  const moved: Event = { type: 'EmploymentMoved', from, ...placeOf(command) }
  return withCharges(state, [moved, ...termsOf(command, state)], context, because(command))
}

export const end = ({ on, seq }: CommandOf<'End'>, state: State, context: Context): readonly Event[] =>
  state.employment.turns.some((turn) => turn.seq === seq)
    ? []
    : withCharges(state, [{ type: 'EmploymentEnded', on, seq }], context, {
        kind: 'employment',
        document: state.owner,
        version: seq,
      })

const because = ({ location, seq }: Place) => ({ kind: 'employment', document: location, version: seq }) as const

/** Whom the company has put under a policy of its own stays there. */
const termsOf = ({ from, terms }: CommandOf<'Start' | 'Move'>, state: State): readonly Event[] =>
  terms
    .filter(({ leaveType }) => {
      const now = state.terms.findLast((it) => it.leaveType === leaveType && it.from <= from)
      return !now || isStarter(now.policy)
    })
    .map((it) => ({ type: 'TermsApplied', ...it, from }))

const placeOf = ({ team, location, country, zone, department, labels, approver, seq }: Place): Place => ({
  team,
  location,
  country,
  zone,
  department,
  labels,
  approver,
  seq,
})
