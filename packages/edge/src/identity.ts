import { type Actor, parsePersonId, parseTenantId, ROLES, type Role } from '@awayday/kernel'

/** Who asks, as an authorizer's context carries it: flat text, all that API Gateway and AppSync pass on. */
export type Identity = { readonly tenant: string; readonly person: string; readonly roles: string }

export const identityOf = ({ tenant, person, roles }: Actor): Identity => ({ tenant, person, roles: roles.join(',') })

/** The actor an authorizer vouched for. Anything else than what `identityOf` makes is nobody. */
export const actorOf = (identity: Readonly<Record<string, unknown>> | null | undefined): Actor | undefined => {
  if (!identity) return undefined
  const { tenant, person, roles } = identity
  if (typeof tenant !== 'string' || typeof person !== 'string' || typeof roles !== 'string') return undefined
  const [tenantId, personId] = [parseTenantId(tenant), parsePersonId(person)]
  return tenantId && personId && { tenant: tenantId, person: personId, roles: rolesIn(roles) }
}

const rolesIn = (text: string): readonly Role[] => (isRole(text) ? [text] : text.split(',').filter(isRole))
const isRole = (text: string): text is Role => ROLES.some((role) => role === text)
