import { addMs, err, type Instant, ok, type Result } from '@awayday/kernel'
import type { Session } from '#ports/sessions.port.ts'
import type { World } from '#ports/world.ts'
import type { SessionKey } from '#wire/session-cookie.ts'
import { issueToken, TOKEN_S } from '#wire/token.ts'
import { presence } from './presence.ts'
import { type Cookies, keyIn } from './sign-in.ts'

export type Issued = { readonly token: string; readonly expiresAt: Instant }
export type NotSignedIn = { readonly type: 'NotSignedIn' }

/** The one thing a session's cookie can do: it gives a bearer token for five minutes. */
export const issueTokenFor =
  (world: World) =>
  async (cookies: Cookies): Promise<Result<Issued, NotSignedIn>> => {
    const key = keyIn(world, cookies)
    const session = key && (await validSession(world, key))
    if (!key || !session || !(await presence(world, key.tenant, session.person))) return err({ type: 'NotSignedIn' })
    const now = world.clock.now()
    const token = await issueToken(world.secret, { ...key, person: session.person }, now)
    return ok({ token, expiresAt: addMs(now, TOKEN_S * 1000) })
  }

/** The session, unless it was revoked or is over. */
export const validSession = async (world: World, { tenant, session }: SessionKey): Promise<Session | undefined> => {
  const found = await world.sessions.load(tenant, session)
  return found && !found.revoked && world.clock.now() < found.expiresAt ? found : undefined
}
