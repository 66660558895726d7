import { isZone } from '@awayday/clock/zone'
import type { Decider } from '@awayday/event-sourcing/decider'
import { err, ok } from '@awayday/kernel'
import { isCountry } from './country.ts'

export type Location = {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA name. */
  readonly zone: string
}

export type Command = { readonly type: 'Add' } & Location
export type Event = { readonly type: 'LocationAdded' } & Location
export type State = { readonly status: 'unknown' } | ({ readonly status: 'added' } & Location)

export type Rejection = { readonly type: 'InvalidZone' } | { readonly type: 'InvalidCountry' }

export const location: Decider<Command, Event, State, Rejection> = {
  initial: { status: 'unknown' },

  decide: ({ name, country, zone }, state) => {
    if (state.status === 'added') return ok([])
    if (!isCountry(country)) return err({ type: 'InvalidCountry' })
    if (!isZone(zone)) return err({ type: 'InvalidZone' })
    return ok([{ type: 'LocationAdded', name, country, zone }])
  },

  evolve: (_state, { name, country, zone }) => ({ status: 'added', name, country, zone }),
}
