import type { Result } from '@awayday/kernel'

/**
 * The pure core of a stream. A repeated command yields no events; a command that makes no sense yields a rejection with
 * the facts a person would ask for. Time, ids and identity arrive in the command.
 */
export type Decider<Command, Event, State, Rejection> = {
  readonly initial: State
  decide(command: Command, state: State): Result<readonly Event[], Rejection>
  evolve(state: State, event: Event): State
}

/** Between the domain's events and stored ones. `decode` upcasts; what it cannot read is a defect and throws. */
export type EventCodec<Event> = {
  encode(event: Event): { readonly type: string; readonly v: number; readonly data: unknown }
  decode(stored: { readonly type: string; readonly v: number; readonly data: unknown }): Event
}
