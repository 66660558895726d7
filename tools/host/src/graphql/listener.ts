import type { Listener } from './live.ts'

/** Who the authorizer says is asking. Its context may hold the roles as a list or, as AppSync wants it, as one text. */
export const listenerOf = (context: unknown): Listener | undefined => {
  if (typeof context !== 'object' || context === null) return undefined
  const { tenant, person, roles } = context as Readonly<Record<string, unknown>>
  if (typeof tenant !== 'string' || typeof person !== 'string') return undefined
  const held: readonly unknown[] = Array.isArray(roles) ? roles : String(roles ?? '').split(/[^a-z]+/)
  return { tenant, person, isAdmin: held.includes('admin') }
}
