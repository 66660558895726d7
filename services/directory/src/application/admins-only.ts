import type { CommandMeta } from '@awayday/event-sourcing'
import { type Actor, err } from '@awayday/kernel'

/** Somebody asks for something. */
export type Asked<Input> = { readonly actor: Actor; readonly meta: CommandMeta; readonly input: Input }

export type AdminsOnly = { readonly type: 'AdminsOnly' }
export const adminsOnly = err({ type: 'AdminsOnly' } as const)
export const isAdmin = ({ roles }: Actor): boolean => roles.includes('admin')
