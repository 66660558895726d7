import type { Listener } from './live.ts'

/** Who the authorizer says is asking: its context holds flat text, the roles joined by commas. */
export const listenerOf = (context: unknown): Listener | undefined => {
  if (typeof context !== 'object' || context === null) return undefined
  const { tenant, person, roles } = context as Readonly<Record<string, unknown>>
  if (typeof tenant !== 'string' || typeof person !== 'string' || typeof roles !== 'string') return undefined
  return { tenant, person, isAdmin: roles.split(',').includes('admin') }
}
