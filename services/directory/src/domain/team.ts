import type { Decider } from '@awayday/event-sourcing/decider'
import { ok } from '@awayday/kernel'

export type Command = { readonly type: 'Add'; readonly name: string }
export type Event = { readonly type: 'TeamAdded'; readonly name: string }
export type State = { readonly status: 'unknown' } | { readonly status: 'added'; readonly name: string }

export const team: Decider<Command, Event, State, never> = {
  initial: { status: 'unknown' },
  decide: ({ name }, state) => ok(state.status === 'added' ? [] : [{ type: 'TeamAdded', name }]),
  evolve: (_state, { name }) => ({ status: 'added', name }),
}
