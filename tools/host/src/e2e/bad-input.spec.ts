import type { PersonId } from '@awayday/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { services } from '../cli/services.ts'
import { withHost } from '../fixtures/with-host.ts'
import { bearerOf, smallCompany } from './small-company.ts'

let host: Awaited<ReturnType<typeof withHost>>
let token = ''
let ana = '' as PersonId

beforeAll(async () => {
  host = await withHost(services)
  const people = await smallCompany(host)
  ana = people.get('Ana Costa') as PersonId
  token = await bearerOf(host.url, ana)
})
afterAll(() => host[Symbol.asyncDispose]())

const dates = { first: '2027-03-01', firstPart: 'whole', last: '2027-03-02', lastPart: 'whole' }
const good = { leaveType: 'vacation', dates }
const on = (changed: object) => ({ dates: { ...dates, ...changed } })

type Sent = {
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
}
let keys = 0
const send = ({ body = JSON.stringify(good), headers = {}, path = '/v1/leave/requests' }: Sent) =>
  fetch(`${host.url}${path}`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `key-${++keys}`,
      ...headers,
    },
  })
const requests = async () => {
  const answer = await fetch(`${host.url}/v1/leave/requests`, { headers: { authorization: `Bearer ${token}` } })
  return ((await answer.json()) as { readonly requests: readonly unknown[] }).requests
}
const wish = (changed: object) => ({ body: JSON.stringify({ ...good, ...changed }) })

/** What is sent, and the status and type of the problem that must come back. */
const refused: Readonly<Record<string, readonly [sent: () => Sent, status: number, type: string]>> = {
  'malformed JSON': [() => ({ body: '{"leaveType":' }), 400, 'MalformedJson'],
  'a duplicate key': [() => ({ body: '{"leaveType":"vacation","leaveType":"sick"}' }), 400, 'DuplicateKey'],
  'bytes that are not UTF-8': [() => ({ body: new Uint8Array([0x7b, 0xff, 0x7d]) }), 400, 'MalformedJson'],
  'an empty body': [() => ({ body: '' }), 400, 'MalformedJson'],
  'another content type': [() => ({ headers: { 'content-type': 'text/plain' } }), 415, 'UnsupportedMediaType'],
  'an unknown field': [() => wish({ salary: 1 }), 400, 'InvalidInput'],
  'a prototype as a field': [() => ({ body: '{"__proto__":{"roles":["admin"]}}' }), 400, 'InvalidInput'],
  '30 February': [() => wish(on({ first: '2027-02-30' })), 400, 'InvalidInput'],
  'a range backwards': [() => wish(on({ last: '2027-02-01' })), 422, 'EndBeforeStart'],
  'ten years': [() => wish(on({ last: '2037-03-01' })), 422, 'TooLong'],
  'half a surrogate': [
    () => ({ body: JSON.stringify(good).replace(/}$/, ',"reason":"\\ud800"}') }),
    400,
    'UnstorableText',
  ],
  'a NUL': [() => wish({ reason: 'a\u0000b' }), 400, 'UnstorableText'],
  'a reason of a novel': [() => wish({ reason: 'x'.repeat(1001) }), 400, 'InvalidInput'],
  'a body of 70 kB': [() => wish({ reason: 'x'.repeat(70_000) }), 413, 'BodyTooLarge'],
  'a thousand arrays in each other': [() => ({ body: `${'['.repeat(1000)}${']'.repeat(1000)}` }), 400, 'InvalidInput'],
  'an empty idempotency key': [() => ({ headers: { 'idempotency-key': '' } }), 400, 'IdempotencyKeyInvalid'],
  'a key of 129 characters': [
    () => ({ headers: { 'idempotency-key': 'k'.repeat(129) } }),
    400,
    'IdempotencyKeyInvalid',
  ],
  'an unknown leave type': [() => wish({ leaveType: 'sabbatical' }), 422, 'UnknownLeaveType'],
  'an unknown request': [() => ({ path: `/v1/leave/requests/${ana}/nobody/approve`, body: '{}' }), 404, 'NotRequested'],
  'a person of nobody': [
    () => ({ path: '/v1/leave/requests/nobody/nothing/approve', body: '{}' }),
    404,
    'NotRequested',
  ],
}

describe('over HTTP', () => {
  test.each(Object.entries(refused))(
    '%s is a problem of its own type and has no effect',
    async (_what, [sent, status, type]) => {
      const answer = await send(sent())
      const problem = (await answer.json()) as {
        readonly type: string
        readonly title: string
        readonly status: number
      }
      expect([answer.status, problem.type, problem.status]).toEqual([status, `/problems/${type}`, status])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(problem.title).toMatch(/\w/)
      expect(await requests()).toEqual([])
    },
  )

  test("headers beyond the gateway's budget are refused by the gateway", async () => {
    const answer = await send({ headers: { 'x-much': 'x'.repeat(11_000) } })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test("a token that is nobody's opens nothing", async () => {
    const answer = await send({ headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' } })
    expect([401, 403]).toContain(answer.status)
  })
})

const ask = async (query: string, variables: object, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await send({ path: '/graphql', body: JSON.stringify({ query, variables }), headers })
  return {
    status: answer.status,
    body: (await answer.json()) as { data?: Record<string, Record<string, unknown>>; errors?: unknown[] },
  }
}
const REQUEST =
  'mutation($input: RequestLeaveInput!) { requestLeave(input: $input) { request problem { type status } } }'

describe('in GraphQL', () => {
  test.each([
    ['30 February', on({ first: '2027-02-30' }), 'InvalidInput'],
    ['a range backwards', on({ last: '2027-02-01' }), 'EndBeforeStart'],
    ['ten years', on({ last: '2037-03-01' }), 'TooLong'],
    ['half a surrogate', { reason: '\ud800' }, 'UnstorableText'],
    ['a NUL', { reason: '\u0000' }, 'UnstorableText'],
    ['a key with a space', { commandId: 'a b' }, 'InvalidInput'],
  ])("%s is the payload's problem and has no effect", async (_what, changed, type) => {
    const { status, body } = await ask(REQUEST, { input: { commandId: `g-${++keys}`, ...good, ...changed } })
    expect(status).toBe(200)
    expect(body.data?.['requestLeave']).toMatchObject({ request: null, problem: { type: `/problems/${type}` } })
    expect(await requests()).toEqual([])
  })

  test.each([
    ['an unknown field', REQUEST, { input: { commandId: 'u', ...good, salary: 1 } }],
    ['a part of the day that is none', REQUEST, { input: { commandId: 'u', ...good, ...on({ firstPart: 'night' }) } }],
    ['a query that is none', '{ leaveTypes { id ', {}],
    ['a query without end', `{ ${'a: leaveTypes { id } '.repeat(3000)} }`, {}],
  ])('%s is an error of the request, never ours', async (_what, query, variables) => {
    const { status, body } = await ask(query, variables)
    expect(status).toBeLessThan(500)
    expect(body.errors?.length).toBeGreaterThan(0)
    expect(await requests()).toEqual([])
  })
})

describe('a key that is used again', () => {
  test('for the same is answered as before, for another is refused; one effect', async () => {
    const headers = { 'idempotency-key': 'the-same' }
    const first = await send({ headers })
    const again = await send({ headers })
    const other = await send({ ...wish(on({ first: '2027-04-01', last: '2027-04-01' })), headers })
    expect([first.status, again.status, other.status]).toEqual([201, 201, 422])
    expect(await again.json()).toEqual(await first.json())
    expect(await other.json()).toMatchObject({ type: '/problems/KeyReused' })
    expect(await requests()).toHaveLength(1)
  })
})
