import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { opened, sealed, setCookie } from './session-cookie.ts'

const secret = 'a secret of thirty-two characters'
const key = { tenant: 'acme' as TenantId, session: 'n7Yb3kq0WmT2s5XvZr8LdPfGhJcQeUaI1oNBtRyKxM4' }
const cookie = sealed(secret, key)

describe('the cookie of a session', () => {
  test('opens to what it was sealed with', () => expect(opened(secret, cookie)).toEqual(key))
  test.each([
    ['another tenant', cookie.replace('acme', 'bcme')],
    ['another session', cookie.replace('.n7Y', '.n7Z')],
    ['another signature', `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`],
    ['no signature', cookie.slice(0, cookie.lastIndexOf('.'))],
    ['an empty signature', cookie.slice(0, cookie.lastIndexOf('.') + 1)],
    ['more than it should have', `${cookie}.x`],
    ['a moved separator', cookie.replace('acme.n', 'acm.en')],
    ['nothing at all', ''],
  ])('with %s opens to nothing', (_what, forged) => expect(opened(secret, forged)).toBeUndefined())
  test('of another deployment opens to nothing', () => expect(opened(`${secret}!`, cookie)).toBeUndefined())
  test('well signed but for no tenant opens to nothing', () =>
    expect(opened(secret, sealed(secret, { ...key, tenant: 'NO TENANT' as TenantId }))).toBeUndefined())

  test('is bound to https and this host', () =>
    expect(setCookie(false, 'v', 60)).toBe('__Host-awayday=v; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure'))
  test('of a demo works on plain http', () =>
    expect(setCookie(true, 'v', 60)).toBe('awayday=v; Max-Age=60; Path=/; HttpOnly; SameSite=Strict'))
})
