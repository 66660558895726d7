import { err, ok, unreachable } from '@awayday/kernel'
import type { Decider, EventCodec } from '../decider.ts'
import type { StreamId } from '../stream.ts'
import type { ViewDocument } from '../view-rows.port.ts'

/** The smallest decider that can run out of something: a room of so many seats, which are taken and given back. */
export type Command =
  | { readonly type: 'Open'; readonly seats: number }
  | { readonly type: 'Take'; readonly seat: string }
  | { readonly type: 'GiveBack'; readonly seat: string }
export type Event =
  | { readonly type: 'Opened'; readonly seats: number }
  | { readonly type: 'Taken'; readonly seat: string }
  | { readonly type: 'GivenBack'; readonly seat: string }
export type State = { readonly seats: number; readonly taken: readonly string[] }
export type Rejection = { readonly type: 'NoneLeft'; readonly seats: number }

export const counter: Decider<Command, Event, State, Rejection> = {
  initial: { seats: 0, taken: [] },

  decide: (command, { seats, taken }) => {
    switch (command.type) {
      case 'Open':
        return ok(seats > 0 ? [] : [{ type: 'Opened', seats: command.seats }])
      case 'Take':
        if (taken.includes(command.seat)) return ok([])
        if (taken.length >= seats) return err({ type: 'NoneLeft', seats })
        return ok([{ type: 'Taken', seat: command.seat }])
      case 'GiveBack':
        return ok(taken.includes(command.seat) ? [{ type: 'GivenBack', seat: command.seat }] : [])
      default:
        return unreachable(command)
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'Opened':
        return { ...state, seats: event.seats }
      case 'Taken':
        return { ...state, taken: [...state.taken, event.seat] }
      case 'GivenBack':
        return { ...state, taken: state.taken.filter((seat) => seat !== event.seat) }
      default:
        return unreachable(event)
    }
  },
}

export const counterCodec: EventCodec<Event> = {
  encode: ({ type, ...data }) => ({ type, v: 1, data }),
  decode: ({ type, data }) => {
    if (type !== 'Opened' && type !== 'Taken' && type !== 'GivenBack')
      throw new TypeError(`not a room's event: ${type}`)
    return { type, ...(data as object) } as Event
  },
}

/** A read model of it: a row for the room, a row for each seat that is taken. */
export const counterRows = ({ seats, taken }: State, { name }: StreamId): Readonly<Record<string, ViewDocument>> => ({
  [`room:${name}`]: { seats, free: seats - taken.length },
  ...Object.fromEntries(taken.map((seat) => [`seat:${name}/${seat}`, { seat }])),
})
