import type { Actor } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { rolesOf } from '#wire/rows.ts'
import { verifyToken } from '#wire/token.ts'
import { validSession } from './issue-token.ts'
import { loadCompany, loadRoles } from './load.ts'
import { presence } from './presence.ts'

/**
 * Who a bearer token speaks for. Session, employment and roles are read from where they are decided, each time: what was
 * revoked has no power from the moment its revocation was acknowledged.
 */
export const authorize =
  (world: World) =>
  async (token: string): Promise<Actor | undefined> => {
    const claims = await verifyToken(world.secret, token, world.clock.now())
    if (!claims) return undefined
    const { tenant, person } = claims
    const [session, present, own, { admins }] = await Promise.all([
      validSession(world, claims),
      presence(world, tenant, person),
      loadRoles(world, tenant, person),
      loadCompany(world, tenant),
    ])
    if (!present || session?.person !== person) return undefined
    return { tenant, person, roles: rolesOf(own.roles, admins.includes(person)) }
  }
