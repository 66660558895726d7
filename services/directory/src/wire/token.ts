import { createHmac } from 'node:crypto'
import { epochMs, type Instant, type PersonId } from '@awayday/kernel'
import { CompactSign } from 'jose/jws/compact/sign'
import { compactVerify } from 'jose/jws/compact/verify'
import * as v from 'valibot'
import type { SessionKey } from './session-cookie.ts'
import { personId, tenantId } from './values.ts'

/** What a bearer token says. Roles are not in it: they are looked up each time, so that a removed one has no power. */
export type Claims = SessionKey & { readonly person: PersonId }

/** Five minutes: how long a stolen token could live, were its session not looked up as well. */
export const TOKEN_S = 300

/** A JWT (RFC 7519), HS256. Times come from our clock, which a demo may move; jose's own checks know the system's only. */
export const issueToken = (secret: string, { tenant, session, person }: Claims, at: Instant): Promise<string> => {
  const iat = secondsOf(at)
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: person, tenant, sid: session, iat, exp: iat + TOKEN_S }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(keyOf(secret))
}

/** Nothing for whatever is not a token of ours that holds at this instant. */
export const verifyToken = async (secret: string, token: string, at: Instant): Promise<Claims | undefined> => {
  try {
    const { payload } = await compactVerify(token, keyOf(secret), { algorithms: ['HS256'] })
    const { tenant, sid, sub, iat, exp } = v.parse(shape, JSON.parse(new TextDecoder().decode(payload)))
    const now = secondsOf(at)
    return iat <= now && now < exp ? { tenant, session: sid, person: sub } : undefined
  } catch {
    return undefined // each of jose's errors and every wrong shape means the same: not signed in
  }
}

const ISSUER = 'awayday'
const AUDIENCE = 'awayday/api'
const shape = v.strictObject({
  iss: v.literal(ISSUER),
  aud: v.literal(AUDIENCE),
  sub: personId,
  tenant: tenantId,
  sid: v.string(),
  iat: v.pipe(v.number(), v.integer()),
  exp: v.pipe(v.number(), v.integer()),
})

const keyOf = (secret: string): Uint8Array => createHmac('sha256', secret).update('bearer token').digest()
const secondsOf = (at: Instant): number => Math.floor(epochMs(at) / 1000)
