import { createHmac } from 'node:crypto'
import { err, ok, type Result } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { eventOf, problemIn, ran, send } from '../testing/http-api.ts'
import { NOW, world } from '../testing/world.ts'
import type { EdgeWorld } from '../world.ts'
import { http } from './http.ts'
import { type Answer, route } from './route.ts'

beforeEach(() => {
  ran.length = 0
})

const body = '{"text":"hello","stars":5}'
const key = { 'idempotency-key': 'key-1' }

describe('a request', () => {
  test('reaches its route with all that was sent', async () => {
    const response = await send({
      on: 'GET /v1/notes/a%20b',
      query: { first: '2026-03-02' },
      cookies: ['session=abc=', 'theme=dark', 'session=second'],
      headers: { 'user-agent': 'spec' },
    })
    expect(response).toEqual({
      statusCode: 200,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': 'request-1',
      },
      body: JSON.stringify({
        params: { note: 'a b' },
        actor: { tenant: 'acme', person: 'ana', roles: ['employee', 'approver'] },
        query: { first: '2026-03-02' },
        cookies: { session: 'abc=', theme: 'dark' },
        agent: 'spec',
      }),
    })
  })

  test('behind a named stage reaches the same route', async () =>
    expect(await send({ on: 'GET /beta/v1/notes/x', stage: 'beta' })).toMatchObject({ statusCode: 200 }))

  test('may be answered without a body', async () => {
    const { statusCode, body: none } = await send({ on: 'DELETE /v1/notes/x' })
    expect({ statusCode, none }).toEqual({ statusCode: 204, none: undefined })
  })

  test('in base64 is the same request', async () => {
    const base64 = Buffer.from(body).toString('base64')
    await send({ on: 'POST /v1/notes/x', body, headers: key })
    await send({ on: 'POST /v1/notes/x', body: base64, base64: true, headers: key })
    expect(ran).toHaveLength(2)
    expect(ran[1]).toEqual(ran[0])
  })

  test.each(['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"', 'application/json;'])(
    'may say %s',
    async (type) => {
      const { statusCode } = await send({ on: 'POST /v1/notes/x', body, headers: { ...key, 'content-type': type } })
      expect(statusCode).toBe(201)
    },
  )
})

describe('a command', () => {
  test('is told who sent it, under which key, and what follows from what', async () => {
    await send({ on: 'POST /v1/notes/x', body, headers: { ...key, 'x-correlation-id': 'from-the-browser.1' } })
    const digest = createHmac('sha256', world.secret)
      .update(JSON.stringify(['POST', '/v1/notes/x', '', body]))
      .digest('base64url')
    expect(ran).toEqual([
      {
        body: { text: 'hello', stars: 5 },
        params: { note: 'x' },
        meta: {
          tenant: 'acme',
          actor: 'ana',
          key: 'key-1',
          digest,
          correlation: 'from-the-browser.1',
          cause: 'request-1',
          at: NOW,
        },
      },
    ])
  })

  test.each(['', 'a b', 'x'.repeat(65), 'ümlaut'])('with the correlation id %j gets one of its own', async (id) => {
    await send({ on: 'POST /v1/notes/x', body, headers: { ...key, 'x-correlation-id': id } })
    expect(ran).toMatchObject([{ meta: { correlation: 'request-1' } }])
  })

  test.each([
    ['another path', { on: 'POST /v1/notes/y', body }],
    ['another body', { on: 'POST /v1/notes/x', body: `${body} ` }],
    ['another query', { on: 'POST /v1/notes/x', body, query: { dry: '1' } }],
  ])('with %s has another digest', async (_what, other) => {
    await send({ on: 'POST /v1/notes/x', body, headers: key })
    await send({ ...other, headers: key })
    const [first, second] = ran as { readonly meta: { readonly digest: string } }[]
    expect(second?.meta.digest).not.toBe(first?.meta.digest)
  })
})

type Rejection = { readonly type: 'TooShort'; readonly daysMin: number } | { readonly type: 'Conflict' }

/** A function of one route, which answers or throws as it is told. */
const answering = (answer: () => Promise<Result<Answer, Rejection>>) =>
  http({
    world: Promise.resolve(world),
    routes: [
      route({
        on: 'GET /',
        open: true,
        run: async (_world: EdgeWorld) => answer(),
        problems: { TooShort: { status: 422, title: 'Too short' } },
      }),
    ],
  })(eventOf({ on: 'GET /', as: null }))

const named = (name: string) => Object.assign(new Error('password=hunter2 of ana@acme.test'), { name })

describe('an answer', () => {
  test('may add headers and cookies', async () => {
    const response = await answering(async () =>
      ok({ status: 202, body: {}, headers: { location: '/v1/x' }, cookies: ['session=1; HttpOnly', 'b=2'] }),
    )
    expect(response).toMatchObject({ headers: { location: '/v1/x' }, cookies: ['session=1; HttpOnly', 'b=2'] })
  })

  test('that is a refusal is its problem, with the facts beside it', async () => {
    expect(problemIn(await answering(async () => err({ type: 'TooShort', daysMin: 3 })))).toEqual({
      type: '/problems/TooShort',
      title: 'Too short',
      status: 422,
      daysMin: 3,
    })
  })

  test('that all commands share needs no word from the route', async () => {
    expect(problemIn(await answering(async () => err({ type: 'Conflict' })))).toEqual({
      type: '/problems/Conflict',
      title: 'Somebody else changed this; try again',
      status: 409,
    })
  })

  test.each(['StoreUnavailable', 'BusUnavailable'])('of the platform (%s) is worth another try', async (name) => {
    const response = await answering(() => Promise.reject(named(name)))
    expect(problemIn(response)).toEqual({ type: 'about:blank', title: 'Service Unavailable', status: 503 })
    expect(response.headers).toMatchObject({ 'retry-after': '1', 'x-request-id': 'request-1' })
  })

  test.each<[string, () => Promise<never>]>([
    ['a defect', () => Promise.reject(named('TypeError'))],
    ['a thrown text', () => Promise.reject('password=hunter2')],
    ['a refusal nobody answers', () => Promise.resolve(err({ type: 'Forgotten' })) as Promise<never>],
  ])('of %s says nothing of it', async (_what, trouble) => {
    expect(problemIn(await answering(trouble))).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    })
  })
})

describe('a route that is open', () => {
  test('is called without an actor, and with a meta that somebody else must sign', async () => {
    const open = http({
      world: Promise.resolve(world),
      routes: [
        route({
          on: 'GET /who',
          open: true,
          run: async (_world: EdgeWorld, { meta }) => ok({ status: 200, body: meta }),
          problems: {},
        }),
      ],
    })
    const { body: meta = '' } = await open(eventOf({ on: 'GET /who' }))
    expect(JSON.parse(meta)).toEqual({
      key: 'request:request-1',
      digest: expect.stringMatching(/^[\w-]{43}$/),
      correlation: 'request-1',
      cause: 'request-1',
      at: NOW,
    })
  })
})

describe('a world', () => {
  test('that cannot be made answers as the trouble it is', async () => {
    const broken = http({ world: Promise.reject(named('StoreUnavailable')), routes: [] })
    expect(problemIn(await broken(eventOf({ on: 'GET /' })))).toMatchObject({ status: 503, type: 'about:blank' })
  })
})
