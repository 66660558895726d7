import { beforeEach, describe, expect, test } from 'vitest'
import { opened } from '#testing/desk.ts'
import { requesting } from '#testing/gateway.ts'
import { type Office, recordsOf } from '#testing/office.ts'
import { dated, type Payload } from '#testing/questions.ts'

const { handler } = await import('./api/lambda.ts')

let office: Office
beforeEach(async () => {
  office = await opened('office')
})

let keys = 0
const key = () => `key-${++keys}`
type More = NonNullable<Parameters<typeof requesting>[1]>
const call = async (on: string, more: More = {}) => {
  const { statusCode, headers, body } = await handler(requesting(on, { actor: office.ana, ...more }))
  return { status: statusCode, type: headers?.['content-type'], body: body ? JSON.parse(body) : undefined }
}
const post = (path: string, body?: unknown, more: More = {}) => call(`POST ${path}`, { key: key(), body, ...more })
const problem = (type: string, status: number, facts: object = {}) => ({
  status,
  type: 'application/problem+json',
  body: expect.objectContaining({ type: `/problems/${type}`, title: expect.any(String), status, ...facts }),
})
const wish = (more: Payload = {}) => dated({ leaveType: 'vacation', first: '2026-06-01', last: '2026-06-03', ...more })
const june = wish()
const requests = '/v1/leave/requests'

describe('leave over HTTP', () => {
  test('is requested, approved, listed and counted', async () => {
    const made = await post(requests, wish({ lastPart: 'am', reason: 'Sea' }))
    const { request } = made.body
    expect(made).toEqual({
      status: 201,
      type: 'application/json',
      body: { person: office.ana.person, request: expect.any(String), version: 2 },
    })
    const decided = await post(`${requests}/${office.ana.person}/${request}/approve`, {}, { actor: office.ben })
    expect(decided).toMatchObject({ status: 200, body: { person: office.ana.person, request, version: 3 } })
    expect((await call(`GET ${requests}`)).body.requests).toMatchObject([
      {
        id: request,
        status: 'approved',
        firstPart: 'whole',
        lastPart: 'am',
        amount: { text: '2.5 days' },
        reason: 'Sea',
      },
    ])
    const query = { person: office.ana.person, on: '2026-06-01' }
    expect((await call('GET /v1/leave/balances', { actor: office.clara, query })).body.balances).toMatchObject([
      { taken: { text: '1 day' }, booked: { text: '1.5 days' }, available: { text: '19.5 days' } },
    ])
  })

  test.each([
    ['decline', 'ben', {}, 'declined'],
    ['withdraw', 'ana', undefined, 'withdrawn'],
  ] as const)('is taken care of by %s', async (verb, who, body, status) => {
    const { request } = (await post(requests, june)).body
    const done = await post(`${requests}/${office.ana.person}/${request}/${verb}`, body, { actor: office[who] })
    expect(done).toMatchObject({ status: 200, body: { request } })
    expect((await call(`GET ${requests}`)).body.requests).toMatchObject([{ id: request, status }])
  })

  test('is cancelled after approval', async () => {
    const { request } = (await post(requests, june)).body
    const path = `${requests}/${office.ana.person}/${request}`
    expect(await post(`${path}/cancel`)).toEqual(problem('StillPending', 409, { request }))
    await post(`${path}/approve`, {}, { actor: office.ben })
    expect(await post(`${path}/cancel`)).toMatchObject({ status: 200 })
    expect(await post(`${path}/withdraw`)).toEqual(problem('AlreadyDecided', 409, { outcome: 'cancelled' }))
  })
})

describe('an idempotency key', () => {
  test('stands for one request and one answer', async () => {
    const same = { key: key() }
    const first = await post(requests, june, same)
    expect(await post(requests, june, same)).toEqual(first)
    expect((await call(`GET ${requests}`)).body.requests).toHaveLength(1)
  })

  test('is refused for another one', async () => {
    const same = { key: key() }
    await post(requests, june, same)
    expect(await post(requests, wish({ last: '2026-06-02' }), same)).toEqual(problem('KeyReused', 422))
  })

  test('must be there, and printable', async () => {
    const without = await handler(requesting(`POST ${requests}`, { actor: office.ana, body: june }))
    expect(without.statusCode).toBe(400)
    expect(await post(requests, june, { key: 'ä' })).toEqual(problem('IdempotencyKeyInvalid', 400))
  })
})

describe('what is refused has no effect:', () => {
  const json = JSON.stringify(june)
  test.each([
    ['30 February', wish({ last: '2026-02-30' }), problem('InvalidInput', 400)],
    ['a backward range', wish({ last: '2026-05-29' }), problem('EndBeforeStart', 422)],
    ['ten years', wish({ last: '2036-06-01' }), problem('TooLong', 422, { days: 3654, most: 1_096 })],
    ['an unknown field', { ...june, colour: 'red' }, problem('InvalidInput', 400)],
    ['no object', [june], problem('InvalidInput', 400)],
    ['broken JSON', json.slice(1), problem('MalformedJson', 400)],
    ['a member twice', json.replace('}', ',"first":"2026-06-02"}'), problem('DuplicateKey', 400)],
    ['half a character', json.replace('}', ',"reason":"\\ud83c"}'), problem('UnstorableText', 400)],
    ['64 KiB and more', { ...june, reason: 'x'.repeat(70_000) }, problem('BodyTooLarge', 413)],
  ])('%s', async (_what, body, refusal) => {
    const before = await recordsOf(office)
    expect(await post(requests, body)).toEqual(refusal)
    expect(await recordsOf(office)).toEqual(before)
  })

  test('another content type', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect(await post(requests, june, { headers })).toEqual(problem('UnsupportedMediaType', 415))
  })

  test('a body where none is taken', async () => {
    expect(await post(`${requests}/a/b/cancel`, {})).toEqual(problem('InvalidInput', 400))
  })

  test('nobody', async () => {
    const { statusCode } = await handler(requesting(`GET ${requests}`))
    expect(statusCode).toBe(401)
  })

  test.each([
    [{ on: '2026-02-30' }, 'on', 'not a date YYYY-MM-DD'],
    [{ on: '2026-05-04,2026-05-05' }, 'on', 'not a date YYYY-MM-DD'],
    [{ day: '2026-05-04' }, 'day', 'is not known here'],
    [{ person: 'a b' }, 'person', 'not an id'],
  ])('the query %j', async (query, path, message) => {
    const refused = problem('InvalidInput', 400, { issues: [{ path, message }] })
    expect(await call('GET /v1/leave/balances', { query })).toEqual(refused)
  })
})

describe('ids that are not one’s business', () => {
  test.each(['approve', 'decline', 'withdraw', 'cancel'])('%s: are answered like unknown ones', async (verb) => {
    const { request } = (await post(requests, june)).body
    const other = await opened('other')
    const body = verb === 'approve' || verb === 'decline' ? {} : undefined
    const about = (person: string, id: string, actor = office.dora) =>
      post(`${requests}/${encodeURIComponent(person)}/${encodeURIComponent(id)}/${verb}`, body, { actor })
    const unknown = (id: string) => problem('NotRequested', 404, { request: id })
    expect(await about(office.ana.person, request)).toEqual(unknown(request))
    expect(await about(office.ana.person, request, other.clara)).toEqual(unknown(request))
    expect(await about('nobody', 'nothing', office.clara)).toEqual(unknown('nothing'))
    expect(await about('no one', 'no thing', office.clara)).toEqual(unknown('no thing'))
  })

  test('of people are answered like unknown ones', async () => {
    const query = { person: office.ana.person }
    const refused = problem('UnknownPerson', 404, query)
    expect(await call(`GET ${requests}`, { actor: office.dora, query })).toEqual(refused)
    expect(await call('GET /v1/leave/balances', { actor: office.dora, query })).toEqual(refused)
  })
})
