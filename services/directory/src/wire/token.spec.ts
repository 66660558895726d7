import { createHmac } from 'node:crypto'
import { addMs, type Instant, type PersonId, type TenantId } from '@awayday/kernel'
import { jwtVerify, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { issueToken, verifyToken } from './token.ts'

const secret = 'a secret of thirty-two characters'
const claims = { tenant: 'acme' as TenantId, session: 's1', person: 'ana' as PersonId }
const at = '2026-03-02T09:00:00.000Z' as Instant
const key = createHmac('sha256', secret).update('bearer token').digest()
const payload = {
  iss: 'awayday',
  aud: 'awayday/api',
  sub: 'ana',
  tenant: 'acme',
  sid: 's1',
  iat: 1772442000,
  exp: 1772442300,
}
const signed = (body: object, header: object = { alg: 'HS256' }, by: Uint8Array = key) =>
  new SignJWT({ ...body }).setProtectedHeader({ alg: 'HS256', ...header }).sign(by)

describe('a bearer token', () => {
  test('says who it is for', async () => {
    expect(await verifyToken(secret, await issueToken(secret, claims, at), at)).toEqual(claims)
  })
  test('is a JWT as others read it', async () => {
    const token = await issueToken(secret, claims, at)
    const { payload: read } = await jwtVerify(token, key, { currentDate: new Date(at), audience: 'awayday/api' })
    expect(read).toEqual(payload)
  })
  test('holds five minutes', async () => {
    const token = await issueToken(secret, claims, at)
    expect(await verifyToken(secret, token, addMs(at, 299_999))).toEqual(claims)
    expect(await verifyToken(secret, token, addMs(at, 300_000))).toBeUndefined()
  })
  test('is not valid before it was issued', async () => {
    expect(await verifyToken(secret, await issueToken(secret, claims, at), addMs(at, -1000))).toBeUndefined()
  })

  const unsigned = (header: object) =>
    [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const signedByHand = (header: object) =>
    `${unsigned(header)}.${createHmac('sha256', key).update(unsigned(header)).digest('base64url')}`
  const forgeries: Readonly<Record<string, () => Promise<string>>> = {
    'signed with another secret': () => signed(payload, {}, createHmac('sha256', 'x').update('bearer token').digest()),
    'signed with the bare secret': () => signed(payload, {}, Buffer.from(secret)),
    'signed with another algorithm': () => signed(payload, { alg: 'HS512' }, Buffer.concat([key, key])),
    'not signed': async () => `${unsigned({ alg: 'none', typ: 'JWT' })}.`,
    'signed for another audience': () => signed({ ...payload, aud: 'awayday/feed' }),
    'from another issuer': () => signed({ ...payload, iss: 'somebody' }),
    'without an end': () => signed({ ...payload, exp: undefined }),
    'with an end that is no number': () => signed({ ...payload, exp: '9999999999' }),
    'without a tenant': () => signed({ ...payload, tenant: undefined }),
    'with a tenant that is none': () => signed({ ...payload, tenant: '../acme' }),
    'with claims nobody knows': () => signed({ ...payload, roles: ['admin'] }),
    'with a critical header nobody knows': async () => signedByHand({ alg: 'HS256', crit: ['odd'], odd: 1 }),
    'no token': async () => 'no token',
    empty: async () => '',
  }
  test.each(Object.entries(forgeries))('that is %s is refused', async (_how, forge) => {
    expect(await verifyToken(secret, await forge(), at)).toBeUndefined()
  })
  test('signed as it should be is accepted, so the forgeries above fail for their own reason', async () => {
    expect(await verifyToken(secret, await signed(payload), at)).toEqual(claims)
    expect(await verifyToken(secret, signedByHand({ alg: 'HS256' }), at)).toEqual(claims)
  })
})
