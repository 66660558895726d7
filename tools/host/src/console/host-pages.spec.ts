import { once } from 'node:events'
import { request } from 'node:http'
import { type BusEvent, openBus } from '@awayday/bus'
import type { Instant, TenantId } from '@awayday/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RETRY_AFTER_MS } from '../bus/dispatcher.ts'
import greeter from '../fixtures/greeter/service.ts'
import { failures, heard } from '../fixtures/heard.ts'
import { withHost } from '../fixtures/with-host.ts'
import type { hostState } from './state.ts'

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost([greeter])
})
afterAll(() => host[Symbol.asyncDispose]())
beforeEach(async () => {
  await host.settled()
  heard.clear()
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${host.url}${path}`, { headers })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${host.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const state = async (): Promise<ReturnType<typeof hostState>> => (await get('/_host/state')).json() as never

const greeted = (id: string): BusEvent => ({
  source: 'greeter',
  type: 'Greeted',
  id,
  tenant: 'acme' as TenantId,
  at: host.clock.now(),
  correlation: 'c',
  data: {},
})

describe('the clock of the host', () => {
  test('is moved to a date, at noon in UTC, and goes on from there', async () => {
    const { now } = (await (await post('/_host/clock', { now: '2031-05-01' })).json()) as { now: string }
    const later = ((await (await get('/_host/clock')).json()) as { now: string }).now
    expect([now.slice(0, 16), later >= now]).toEqual(['2031-05-01T12:00', true])
  })

  test('is moved to an instant', async () => {
    const { now } = (await (await post('/_host/clock', { now: '2031-05-02T08:30Z' })).json()) as { now: string }
    expect(now.slice(0, 16)).toBe('2031-05-02T08:30')
  })

  test('runs what became due on the way', async () => {
    await post('/_host/clock', { now: '2032-01-01' })
    await host.settled()
    heard.clear()
    await post('/_host/clock', { now: '2032-01-02' })
    await host.settled()
    expect(heard.get('daily')).toHaveLength(1)
  })

  test.each([{}, { now: 7 }, { now: '2027-02-30' }, { now: '2027-01-01T25:00Z' }, { now: 'tomorrow' }, null])(
    'is not moved by %j',
    async (body) => {
      const answer = await post('/_host/clock', body)
      expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
        400,
        'application/problem+json',
        {
          type: '/problems/BadRequest',
          title: 'The clock needs a time to be moved to',
          status: 400,
          issues: [{ path: 'now', message: 'a date (2027-01-01) or a UTC instant (2027-01-01T08:30Z)' }],
        },
      ])
    },
  )

  test('is not moved by what is not JSON', async () => {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
    const answer = await fetch(`${host.url}/_host/clock`, asked)
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { type: '/problems/BadRequest', title: 'The body is not JSON', status: 400 },
    ])
  })
})

describe('the host’s own pages', () => {
  test.each([
    ['/_host/', 'text/html; charset=utf-8'],
    ['/_host/console.css', 'text/css; charset=utf-8'],
    ['/_host/console.js', 'text/javascript; charset=utf-8'],
  ])('%s is there', async (path, type) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  })

  test.each([
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another site’s page', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('refuse %s', async (_who, headers: Record<string, string>, status) => {
    expect((await post('/_host/clock', { now: '2027-01-01' }, headers)).status).toBe(status)
  })

  test('send no CORS header', async () => {
    const answer = await get('/_host/state', { origin: host.url })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })

  test('are for callers that name this machine: a name that was made to point here is refused', async () => {
    const sent = request(`${host.url}/_host/state`, { headers: { host: 'evil.example:3000' } })
    sent.end()
    const [answer] = await once(sent, 'response')
    answer.resume()
    expect(answer.statusCode).toBe(421)
  })

  test('show functions, invocations and events', async () => {
    await get('/hello')
    const { functions, invocations } = await state()
    expect(functions.find(({ id }) => id === 'greeter/hello')).toMatchObject({
      trigger: 'http',
      on: 'GET /hello, ANY /hello/{name}, POST /rest/{proxy+}',
    })
    expect(invocations[0]).toMatchObject({
      function: 'greeter/hello',
      cause: 'GET /hello',
      outcome: 'ok',
      reads: 0,
      writes: 0,
    })
  })

  test('show the joined schema', async () => {
    expect(await (await get('/_host/schema.graphql')).text()).toContain(
      'type Query {\n  greeting(name: String!): Greeting!',
    )
  })
})

describe('a parked message', () => {
  test('is shown, and driven again on demand', async () => {
    failures.set('greeted', RETRY_AFTER_MS.length + 1)
    const bus = await openBus(process.env)
    await bus.publish([greeted('greeting/9@1.0')])
    await host.settled()
    for (const days of [2, 3, 4, 5, 6, 7, 8, 9]) {
      host.travelTo(`2033-01-0${days}T12:00:00.000Z` as Instant)
      await host.settled()
    }
    const [parked] = (await state()).deliveries
    expect(parked).toMatchObject({ target: 'greeter/greeted', type: 'Greeted', parked: true, tries: 9 })

    const driven = await post(`/_host/deliveries/${parked?.id}/redrive`, {})
    await host.settled()
    expect([driven.status, (await state()).deliveries]).toEqual([202, []])
  })

  test('that is none is not found', async () => {
    const answer = await post('/_host/deliveries/0/redrive', {})
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { type: '/problems/NotParked', title: 'There is no such parked message', status: 404 },
    ])
  })
})

describe('the host as EventBridge', () => {
  test('takes events from an SDK client whose endpoint it is', async () => {
    const endpoint = `${host.url}/_host/eventbridge`
    Object.assign(process.env, { AWS_ENDPOINT_URL_EVENTBRIDGE: endpoint, AWS_REGION: 'local' })
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' })
    const bus = await openBus({ AWAYDAY_BUS: 'awayday' })
    await bus.publish([greeted('greeting/10@1.0')])
    await host.settled()
    expect(heard.get('greeted')).toMatchObject([{ source: 'awayday.greeter', detail: { id: 'greeting/10@1.0' } }])
  })
})
