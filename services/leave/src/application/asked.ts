import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor, LocalDate, PersonId } from '@awayday/kernel'
import type { Doing } from '#domain/approval/command.ts'
import type { State } from '#domain/person/state.ts'
import { maySee, seesAll } from '#domain/person/who-may.ts'
import type { Viewer } from '#domain/privacy/sight.ts'

/** A use case as it is asked: by whom, and with what. */
export type Asked<Input> = { readonly actor: Actor; readonly input: Input }
export type Commanded<Input> = Asked<Input> & { readonly meta: CommandMeta }

export const isAdmin = ({ roles }: Actor): boolean => roles.includes('admin')

/** Who does it, on which day, with which roles. Admins are of HR too. */
export const doingOf = ({ person, roles }: Actor, on: LocalDate): Doing => ({
  by: person,
  on,
  as: roles.includes('admin') ? [...roles, 'hr'] : roles,
})

/** Whoever looks at the leave of others. */
export const viewerOf = ({ person, roles }: Actor): Viewer => ({ by: person, byHr: seesAll(roles) })

/** Unknown, of another company, or none of the asker's business: the answer is the same. */
export type UnknownPerson = { readonly type: 'UnknownPerson'; readonly person: PersonId }

/** One's own figures are there from the first sign-in on, even before anything is known here. */
export const mayAsk = (actor: Actor, state: State, today: LocalDate): boolean =>
  actor.person === state.owner || maySee(state, doingOf(actor, today))
