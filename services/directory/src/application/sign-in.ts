import { addMs, err, ok, type PersonId, type Result, type TenantId } from '@awayday/kernel'
import type { UnknownPerson } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { cookieName, opened, type SessionKey, sealed, setCookie } from '#wire/session-cookie.ts'
import { presence } from './presence.ts'

/** A working day. Not prolonged by use: a session costs one write, and ends by itself. */
const SESSION_S = 12 * 60 * 60

/** Starts a session for somebody whose identity is established; answers the whole `set-cookie` value. */
export const startSession =
  (world: World) =>
  async (tenant: TenantId, person: PersonId): Promise<Result<{ readonly cookie: string }, UnknownPerson>> => {
    if (!(await presence(world, tenant, person))) return err({ type: 'UnknownPerson', person })
    const [session, createdAt] = [world.unguessable(), world.clock.now()]
    await world.sessions.start(tenant, session, { person, createdAt, expiresAt: addMs(createdAt, SESSION_S * 1000) })
    return ok({ cookie: setCookie(world.demo, sealed(world.secret, { tenant, session }), SESSION_S) })
  }

/** Ends the session at once, also for tokens that are out already; answers the value that takes the cookie away. */
export const signOut =
  (world: World) =>
  async (cookies: Cookies): Promise<{ readonly cookie: string }> => {
    const key = keyIn(world, cookies)
    if (key) await world.sessions.revoke(key.tenant, key.session)
    return { cookie: setCookie(world.demo, '', 0) }
  }

export type Cookies = Readonly<Record<string, string | undefined>>

export const keyIn = ({ demo, secret }: World, cookies: Cookies): SessionKey | undefined => {
  const cookie = cookies[cookieName(demo)]
  return cookie === undefined ? undefined : opened(secret, cookie)
}
