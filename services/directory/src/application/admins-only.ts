import type { CommandMeta, Conflict, KeyReused } from '@awayday/event-sourcing'
import { type Actor, err, type PersonId, type Result } from '@awayday/kernel'

/** Somebody asks for something. */
export type Asked<Input> = { readonly actor: Actor; readonly meta: CommandMeta; readonly input: Input }

/** What a change of the directory is answered with. */
export type Changed<Value, R> = Promise<Result<Value, AdminsOnly | Conflict | KeyReused | R>>

/** The new thing, or the person, and the version of the stream that holds the change. */
export type Thing = { readonly id: string; readonly version: number }
export type Somebody = { readonly person: PersonId; readonly version: number }

export type AdminsOnly = { readonly type: 'AdminsOnly' }
export const adminsOnly = err({ type: 'AdminsOnly' } as const)
export const isAdmin = ({ roles }: Actor): boolean => roles.includes('admin')
