import { processClock } from '@awayday/clock'
import type { Instant, PersonId } from '@awayday/kernel'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { bearing, json, kept, request } from '#testing/gateway.ts'
import { furnished, joinedPerson, settled } from '#testing/house.ts'

Object.assign(process.env, {
  AWAYDAY_DATA_DIR: ':memory:',
  AWAYDAY_SECRET: 'a secret for the sign-in functions',
  AWAYDAY_DEMO: '1',
  AWAYDAY_LOG: 'off',
})
const demo = (await import('./demo-sign-in/lambda.ts')).handler
const session = (await import('./session/lambda.ts')).handler
const authorize = (await import('./authorize/lambda.ts')).handler

const clock = { now: processClock.now, set: (at: string) => processClock.travelTo(at as Instant) }
const morning = '2026-03-02T09:00:00.000Z'
let [ana, eve] = ['', ''] as PersonId[] as [PersonId, PersonId]
beforeAll(async () => {
  clock.set(morning)
  const world = await compose(process.env)
  const house = await furnished(world, clock, 'demo')
  ana = await joinedPerson('Ana', house)
  await settled(house)
  eve = await joinedPerson('Eve', await furnished(world, clock, 'elsewhere'))
})
beforeEach(() => clock.set(morning))

const signIn = async (headers?: Record<string, string | undefined>) =>
  demo(request('POST /v1/demo/sign-in', { body: { person: ana }, ...(headers && { headers }) }))
const signedIn = async () => kept((await signIn()).cookies?.[0])
const tokenFor = (cookie: string, headers: Record<string, string | undefined> = {}) =>
  session(request('POST /v1/session/token', { cookies: [cookie], headers }))
const signOut = (cookie: string, headers: Record<string, string | undefined> = {}) =>
  session(request('DELETE /v1/session', { cookies: [cookie], headers }))
const nobody = { isAuthorized: false }
const problem = (type: string) => expect.objectContaining({ type: `/problems/${type}` })

describe('signing in to the demo', () => {
  test('shows who one may be', async () => {
    const { statusCode, body } = await demo(request('GET /v1/demo/people'))
    expect([statusCode, json(body)]).toEqual([
      200,
      { people: [{ person: ana, name: 'Ana', role: 'employee', team: 'Engineering' }] },
    ])
  })

  test('goes from a person to a cookie, to a token, to an actor', async () => {
    const { statusCode, cookies = [] } = await signIn()
    expect(statusCode).toBe(204)
    expect(cookies).toEqual([
      expect.stringMatching(/^awayday=demo\.[\w-]{43}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    const issued = await tokenFor(kept(cookies[0]))
    expect([issued.statusCode, issued.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(json(issued.body)).toEqual({
      token: expect.any(String),
      expiresAt: expect.stringMatching(/^2026-03-02T09:05/),
    })
    const { token } = json(issued.body) as { readonly token: string }
    const context = { tenant: 'demo', person: ana, roles: 'employee' }
    expect(await authorize(bearing(token))).toEqual({ isAuthorized: true, context })
  })

  test('as somebody of another company is as signing in as somebody unknown', async () => {
    for (const person of ['nobody', eve]) {
      const { statusCode, body } = await demo(request('POST /v1/demo/sign-in', { body: { person } }))
      expect([statusCode, json(body)]).toEqual([
        404,
        { type: '/problems/UnknownPerson', title: 'There is no such person', status: 404, person },
      ])
    }
  })

  test.each([
    ['no body', undefined, 'MalformedJson'],
    ['no JSON', '{', 'MalformedJson'],
    ['a member twice', '{"person":"a","person":"b"}', 'DuplicateKey'],
    ['no person', {}, 'InvalidInput'],
    ['a number', { person: 1 }, 'InvalidInput'],
    ['no id', { person: '../ana' }, 'InvalidInput'],
    ['an id too long', { person: 'x'.repeat(65) }, 'InvalidInput'],
    ['a member nobody asked for', { person: 'ana', tenant: 'elsewhere' }, 'InvalidInput'],
  ])('with %s is refused', async (_what, body, type) => {
    const answer = await demo(request('POST /v1/demo/sign-in', { body }))
    expect([answer.statusCode, json(answer.body), answer.cookies]).toEqual([400, problem(type), undefined])
  })
})

const otherSites: readonly (readonly [string, Record<string, string | undefined>])[] = [
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
  ['nowhere', { 'sec-fetch-site': 'none' }],
  ['another origin in an old browser', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
  ['another port in an old browser', { 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:4401' }],
  ['a sandboxed page', { 'sec-fetch-site': undefined, origin: 'null' }],
  ['another site behind a proxy', { origin: 'https://evil.example', 'x-forwarded-host': 'leave.example' }],
  ['a page that says two things', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
]

describe('a page from elsewhere', () => {
  test.each(otherSites)('(%s) signs nobody in', async (_where, headers) => {
    const { statusCode, body, cookies } = await signIn(headers)
    expect([statusCode, json(body), cookies]).toEqual([403, problem('CrossSite'), undefined])
  })
  test.each(otherSites)('(%s) gets no token', async (_where, headers) => {
    const { statusCode, body } = await tokenFor(await signedIn(), headers)
    expect([statusCode, json(body)]).toEqual([403, problem('CrossSite')])
  })
  test.each(otherSites)('(%s) signs nobody out', async (_where, headers) => {
    const cookie = await signedIn()
    expect((await signOut(cookie, headers)).statusCode).toBe(403)
    expect((await tokenFor(cookie)).statusCode).toBe(200)
  })
  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'that sends %s, as forms do, gets no token',
    async (type) => {
      const { statusCode, body } = await tokenFor(await signedIn(), { 'content-type': type })
      expect([statusCode, json(body)]).toEqual([415, problem('UnsupportedMediaType')])
    },
  )
  test.each([
    ['no browser', { 'sec-fetch-site': undefined }],
    ['a browser behind a proxy', { origin: 'https://leave.example', 'x-forwarded-host': 'leave.example' }],
    ['an old browser', { 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:4400' }],
  ])('is not what %s is taken for', async (_what, headers) => {
    expect((await tokenFor(await signedIn(), headers)).statusCode).toBe(200)
  })
})

describe('a session', () => {
  test('that was signed out is over at once, for its cookie and its tokens', async () => {
    const cookie = await signedIn()
    const { token } = json((await tokenFor(cookie)).body) as { readonly token: string }
    const { statusCode, cookies } = await signOut(cookie)
    expect([statusCode, cookies]).toEqual([204, ['awayday=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict']])
    expect(await authorize(bearing(token))).toEqual(nobody)
    expect((await tokenFor(cookie)).statusCode).toBe(401)
    expect((await signOut(cookie)).statusCode).toBe(204)
  })

  test('that is over gives no token', async () => {
    const cookie = await signedIn()
    clock.set('2026-03-02T21:00:01.000Z')
    const { statusCode, body } = await tokenFor(cookie)
    expect([statusCode, json(body)]).toEqual([401, problem('NotSignedIn')])
  })

  test.each([
    ['none', () => ''],
    ['an empty one', () => 'awayday='],
    ['another company’s', (cookie: string) => cookie.replace('demo.', 'elsewhere.')],
    ['one without its signature', (cookie: string) => cookie.slice(0, cookie.lastIndexOf('.'))],
    ['one under another name', (cookie: string) => `__Host-${cookie}`],
    ['one of many megabytes', () => `awayday=${'x'.repeat(100_000)}`],
  ])('needs its cookie, not %s', async (_what, forge) => {
    expect((await tokenFor(forge(await signedIn()))).statusCode).toBe(401)
  })

  test('takes no body', async () => {
    const cookies = [await signedIn()]
    expect((await session(request('POST /v1/session/token', { cookies, body: { person: eve } }))).statusCode).toBe(400)
  })
})

describe('a bearer token', () => {
  test('is over after five minutes', async () => {
    const { token } = json((await tokenFor(await signedIn())).body) as { readonly token: string }
    clock.set('2026-03-02T09:05:01.000Z')
    expect(await authorize(bearing(token))).toEqual(nobody)
  })
  test.each([
    ['forged', (token: string) => `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`],
    ['cut', (token: string) => token.slice(0, -1)],
    ['made up', () => 'x.y.z'],
  ])('that is %s is nobody’s', async (_how, forge) => {
    const { token } = json((await tokenFor(await signedIn())).body) as { readonly token: string }
    expect(await authorize(bearing(forge(token)))).toEqual(nobody)
  })
  test('is not the cookie', async () => {
    const cookie = await signedIn()
    expect(await authorize(bearing(cookie.slice('awayday='.length)))).toEqual(nobody)
  })
  test('is asked for', async () => {
    expect(await authorize({ version: '2.0', identitySource: null })).toEqual(nobody)
  })
})
