import type { Decider } from '@awayday/event-sourcing/decider'
import { err, type Instant, ok, type PersonId } from '@awayday/kernel'

/** `insteadOf`: the holder who never came into being and whose own stream says so by now. */
export type Command = {
  readonly type: 'Reserve'
  readonly person: PersonId
  readonly at: Instant
  readonly insteadOf: PersonId | null
}
export type Event = { readonly type: 'MailReserved'; readonly person: PersonId; readonly at: Instant }
export type State =
  | { readonly status: 'free' }
  | { readonly status: 'held'; readonly by: PersonId; readonly since: Instant }
export type Rejection = { readonly type: 'Held'; readonly by: PersonId; readonly since: Instant }

/** One mail address of one company: held by one person, who is reserved here before they are added. */
export const mail: Decider<Command, Event, State, Rejection> = {
  initial: { status: 'free' },

  decide: ({ person, at, insteadOf }, state) => {
    if (state.status === 'held') {
      if (state.by === person) return ok([])
      if (state.by !== insteadOf) return err({ type: 'Held', by: state.by, since: state.since })
    }
    return ok([{ type: 'MailReserved', person, at }])
  },

  evolve: (_state, { person, at }) => ({ status: 'held', by: person, since: at }),
}
