import type { CommandMeta } from '@awayday/event-sourcing'
import type { Actor, LocalDate, PersonId } from '@awayday/kernel'
import { maySee, type Viewer } from '#domain/decisions.ts'
import type { State } from '#domain/state.ts'

/** A use case as it is asked: by whom, and with what. */
export type Asked<Input> = { readonly actor: Actor; readonly input: Input }
export type Commanded<Input> = Asked<Input> & { readonly meta: CommandMeta }

export const isAdmin = ({ roles }: Actor): boolean => roles.includes('admin')

export const viewerOf = (actor: Actor, on: LocalDate): Viewer => ({ by: actor.person, byAdmin: isAdmin(actor), on })

/** Unknown, of another company, or none of the asker's business: the answer is the same. */
export type UnknownPerson = { readonly type: 'UnknownPerson'; readonly person: PersonId }

/** One's own figures are there from the first sign-in on, even before anything is known here. */
export const mayAsk = (actor: Actor, state: State, today: LocalDate): boolean =>
  actor.person === state.owner || maySee(state, viewerOf(actor, today))
