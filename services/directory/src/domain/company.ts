import type { Decider } from '@awayday/event-sourcing/decider'
import { err, ok, type PersonId, unreachable } from '@awayday/kernel'
import type { AlreadyLeft, UnknownPerson } from './person.ts'

export type Command =
  | { readonly type: 'Found'; readonly name: string }
  | { readonly type: 'GrantAdmin'; readonly person: PersonId; readonly against: Unfit | null }
  | { readonly type: 'RevokeAdmin'; readonly person: PersonId }

export type Event =
  | { readonly type: 'CompanyFounded'; readonly name: string }
  | { readonly type: 'AdminGranted'; readonly person: PersonId }
  | { readonly type: 'AdminRevoked'; readonly person: PersonId }

/**
 * A company and its admins. That one admin must stay is a rule about all of them, so the role is kept here and nowhere
 * else: one stream decides, and two admins cannot revoke each other at the same moment.
 */
export type State = { readonly name: string | null; readonly admins: readonly PersonId[] }

/** Found out from the person's own stream before. */
type Unfit = UnknownPerson | AlreadyLeft
export type Rejection =
  | Unfit
  | { readonly type: 'UnknownCompany' }
  | { readonly type: 'LastAdmin'; readonly person: PersonId }

export const company: Decider<Command, Event, State, Rejection> = {
  initial: { name: null, admins: [] },

  decide: (command, { name, admins }) => {
    if (command.type === 'Found') return ok(name !== null ? [] : [{ type: 'CompanyFounded', name: command.name }])
    if (name === null) return err({ type: 'UnknownCompany' })
    const { person } = command
    const isAdmin = admins.includes(person)
    switch (command.type) {
      case 'GrantAdmin':
        if (isAdmin) return ok([])
        return command.against ? err(command.against) : ok([{ type: 'AdminGranted', person }])
      case 'RevokeAdmin':
        if (!isAdmin) return ok([])
        if (admins.length === 1) return err({ type: 'LastAdmin', person })
        return ok([{ type: 'AdminRevoked', person }])
      default:
        return unreachable(command)
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'CompanyFounded':
        return { ...state, name: event.name }
      case 'AdminGranted':
        return { ...state, admins: [...state.admins, event.person] }
      case 'AdminRevoked':
        return { ...state, admins: state.admins.filter((admin) => admin !== event.person) }
      default:
        return unreachable(event)
    }
  },
}
