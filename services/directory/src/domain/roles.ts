import type { Decider } from '@awayday/event-sourcing/decider'
import { err, ok, ROLES, type Role, unreachable } from '@awayday/kernel'
import type { AlreadyLeft, UnknownPerson } from './person.ts'

/** Roles one person's own stream decides. Everybody employed is an employee; admins are kept with the company. */
export type OwnRole = Exclude<Role, 'employee' | 'admin'>
export const isOwnRole = (role: Role): role is OwnRole => role !== 'employee' && role !== 'admin'

/** In the order of `ROLES`. */
export const OWN_ROLES: readonly OwnRole[] = ROLES.filter(isOwnRole)

export type Command =
  | { readonly type: 'Grant'; readonly role: OwnRole; readonly against: Rejection | null }
  | { readonly type: 'Revoke'; readonly role: OwnRole }

export type Event =
  | { readonly type: 'RoleGranted'; readonly role: OwnRole }
  | { readonly type: 'RoleRevoked'; readonly role: OwnRole }

/** Found out from the person's own stream before. */
export type Rejection = UnknownPerson | AlreadyLeft
export type State = { readonly roles: readonly OwnRole[] }

export const roles: Decider<Command, Event, State, Rejection> = {
  initial: { roles: [] },

  decide: (command, state) => {
    const { role } = command
    const has = state.roles.includes(role)
    switch (command.type) {
      case 'Grant':
        if (has) return ok([])
        return command.against ? err(command.against) : ok([{ type: 'RoleGranted', role }])
      case 'Revoke':
        return ok(has ? [{ type: 'RoleRevoked', role }] : [])
      default:
        return unreachable(command)
    }
  },

  evolve: (state, { type, role }) => {
    switch (type) {
      case 'RoleGranted':
        return { roles: [...state.roles, role] }
      case 'RoleRevoked':
        return { roles: state.roles.filter((held) => held !== role) }
      default:
        return unreachable(type)
    }
  },
}
