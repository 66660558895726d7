import { err, ok } from '@awayday/kernel'
import type { Decider, EventCodec } from '../decider.ts'

/** The smallest decider that can run out of something: so many seats, each taken once, by an id. */
export type Command =
  | { readonly type: 'Open'; readonly seats: number }
  | { readonly type: 'Take'; readonly seat: string }
export type Event =
  | { readonly type: 'Opened'; readonly seats: number }
  | { readonly type: 'Taken'; readonly seat: string }
export type State = { readonly seats: number; readonly taken: readonly string[] }
export type Rejection = { readonly type: 'NoneLeft'; readonly seats: number }

export const counter: Decider<Command, Event, State, Rejection> = {
  initial: { seats: 0, taken: [] },

  decide: (command, state) => {
    if (command.type === 'Open') return ok(state.seats > 0 ? [] : [{ type: 'Opened', seats: command.seats }])
    if (state.taken.includes(command.seat)) return ok([])
    if (state.taken.length >= state.seats) return err({ type: 'NoneLeft', seats: state.seats })
    return ok([{ type: 'Taken', seat: command.seat }])
  },

  evolve: (state, event) =>
    event.type === 'Opened' ? { ...state, seats: event.seats } : { ...state, taken: [...state.taken, event.seat] },
}

export const counterCodec: EventCodec<Event> = {
  encode: ({ type, ...data }) => ({ type, v: 1, data }),
  decode: ({ type, data }) => {
    if (type !== 'Opened' && type !== 'Taken') throw new TypeError(`no event of a counter: ${type}`)
    return { type, ...(data as object) } as Event
  },
}
