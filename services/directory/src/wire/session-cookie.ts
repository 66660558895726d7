import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId, parseTenantId, type TenantId } from '@awayday/kernel'

/** Where a session's record lies. */
export type SessionKey = { readonly tenant: TenantId; readonly session: string }

/** The cookie a browser keeps: `<tenant>.<session>.<HMAC>`. The tenant comes first: every record is found by it. */
export const sealed = (secret: string, { tenant, session }: SessionKey): string => {
  const key = `${tenant}.${session}`
  return `${key}.${sign(secret, key)}`
}

/** Nothing of a cookie is believed before its signature is. */
export const opened = (secret: string, cookie: string): SessionKey | undefined => {
  const [tenantText = '', session = '', signature = '', ...more] = cookie.split('.')
  if (more.length > 0 || !sameText(signature, sign(secret, `${tenantText}.${session}`))) return undefined
  const tenant = parseTenantId(tenantText)
  return tenant && isId(session) ? { tenant, session } : undefined
}

/**
 * `__Host-` binds the cookie to https and to this very host. A demo is plain http on 127.0.0.1, where a browser refuses it.
 * Strict is enough: the page itself asks for tokens, also when a link from elsewhere opened it.
 */
export const cookieName = (demo: boolean): string => (demo ? 'awayday' : '__Host-awayday')

/** `forS` 0 takes the cookie away. */
export const setCookie = (demo: boolean, value: string, forS: number): string =>
  `${cookieName(demo)}=${value}; Max-Age=${forS}; Path=/; HttpOnly; SameSite=Strict${demo ? '' : '; Secure'}`

const sign = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(`session cookie/${text}`).digest('base64url')

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
