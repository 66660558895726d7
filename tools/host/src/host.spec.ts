import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import greeter from './fixtures/greeter/service.ts'
import { failures, heard } from './fixtures/heard.ts'
import { openLine, start } from './fixtures/line.ts'
import { withHost } from './fixtures/with-host.ts'

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost([greeter])
})
afterAll(() => host[Symbol.asyncDispose]())
beforeEach(async () => {
  await host.settled()
  heard.clear()
  failures.clear()
})

const asAna = { authorization: 'Bearer ana' }
const graphql = (query: string, headers: Record<string, string> = asAna) =>
  fetch(`${host.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })

describe('a host over HTTP', () => {
  test('answers with what a function returns', async () => {
    const answer = await fetch(`${host.url}/hello/ana?x=1`)
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
      200,
      'application/json',
      { hello: 'ana' },
    ])
  })

  test.each([
    ['a function that throws', '/hello?mode=throw', {}, 500, 'Internal Server Error'],
    ['a result of a bad shape', '/hello?mode=bad', {}, 500, 'Internal Server Error'],
    ['a function whose time is up', '/hello?mode=hang', {}, 500, 'Internal Server Error'],
    ['a path without a route', '/nowhere', {}, 404, 'Not Found'],
    ['a path that cannot be decoded', '/hello/%E0%A4%A', {}, 400, 'Bad Request'],
    ['no bearer token', '/whoami', {}, 401, 'Unauthorized'],
    ['a token that is refused', '/whoami', { authorization: 'Bearer nobody' }, 403, 'Forbidden'],
    ['an authorizer that breaks', '/whoami', { authorization: 'Bearer broken' }, 500, 'Internal Server Error'],
    ['headers over 10,240 bytes', '/hello', { 'x-long': 'x'.repeat(10_240) }, 431, 'Request Header Fields Too Large'],
    [
      'headers over Node’s own limit',
      '/hello',
      { 'x-long': 'x'.repeat(70_000) },
      431,
      'Request Header Fields Too Large',
    ],
  ])('answers %s as a gateway does', async (_what, path, headers: Record<string, string>, status, message) => {
    const answer = await fetch(`${host.url}${path}`, { headers })
    expect([answer.status, await answer.json()]).toEqual([status, { message }])
  })

  test('does not call the authorizer without a token', async () => {
    await fetch(`${host.url}/whoami`)
    expect(heard.get('check')).toBeUndefined()
  })

  test('hands the authorizer’s context to the function', async () => {
    const answer = await fetch(`${host.url}/whoami`, { headers: asAna })
    expect(await answer.json()).toEqual({ lambda: { tenant: 'acme', person: 'ana', roles: 'employee' } })
  })

  test('refuses a body over 10 MB', async () => {
    const answer = await fetch(`${host.url}/rest/x`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }])
  })

  test('says that it is well', async () => {
    expect(await (await fetch(`${host.url}/healthz`)).json()).toEqual({ status: 'ok' })
  })

  test('has a page for every type of problem', async () => {
    const answer = await fetch(`${host.url}/problems/NotEnoughLeft`)
    expect([answer.status, (await answer.text()).includes('<h1>Not enough left</h1>')]).toEqual([200, true])
  })
})

describe('a host’s GraphQL', () => {
  test('calls the service’s function with a direct resolver’s event', async () => {
    const answer = await graphql('query { greeting(name: "Ben") { text who: by } }')
    expect(await answer.json()).toEqual({ data: { greeting: { text: 'Hello Ben', who: 'ana' } } })
    expect(heard.get('graph')).toEqual([
      {
        arguments: { name: 'Ben' },
        identity: { resolverContext: { tenant: 'acme', person: 'ana', roles: 'employee' } },
        source: null,
        request: { headers: expect.objectContaining({ 'content-type': 'application/json' }), domainName: null },
        prev: null,
        info: {
          fieldName: 'greeting',
          parentTypeName: 'Query',
          variables: {},
          selectionSetList: ['text', 'who'],
          selectionSetGraphQL: '{\n  text\n  who: by\n}',
        },
        stash: {},
      },
    ])
  })

  test('asks the authorizer as AppSync does', async () => {
    await graphql('{ greeting(name: "Ben") { text } }')
    expect(heard.get('check')).toEqual([
      {
        authorizationToken: 'Bearer ana',
        requestContext: { apiId: 'local', accountId: '000000000000', requestId: expect.any(String) },
        requestHeaders: expect.objectContaining({ authorization: 'Bearer ana' }),
      },
    ])
  })

  test.each([
    ['a token that is refused', 'nobody', 401],
    ['an authorizer that breaks', 'broken', 500],
  ])('answers %s', async (_what, who, status) =>
    expect((await graphql('{ broken }', { authorization: `Bearer ${who}` })).status).toBe(status),
  )

  test.each([
    ['no JSON', '{', 400],
    ['no query', '{}', 200], // an error in the body, as GraphQL clients expect
    ['a body over 1 MB', JSON.stringify({ query: `#${'x'.repeat(1_000_000)}` }), 413],
  ])('refuses %s', async (_what, body, status) => {
    const headers = { 'content-type': 'application/json', ...asAna }
    const answer = await fetch(`${host.url}/graphql`, { method: 'POST', headers, body })
    expect([answer.status, heard.get('graph')]).toEqual([status, undefined])
  })

  test.each([
    ['is malformed', '{ greeting(', 'Syntax Error'],
    ['asks for what is not there', '{ nothing }', 'Cannot query field "nothing"'],
    ['has too many words', `{ ${'broken '.repeat(2_001)} }`, 'more than 2000 tokens'],
    ['has too many aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: broken`).join(' ')} }`, '30 aliases'],
  ])('refuses a query that %s', async (_what, query, message) => {
    const { errors } = (await (await graphql(query)).json()) as { errors: readonly { message: string }[] }
    expect([errors[0]?.message, heard.get('graph')]).toEqual([expect.stringContaining(message), undefined])
  })

  test('is asked by POST', async () => {
    expect((await fetch(`${host.url}/graphql?query={broken}`, { headers: asAna })).status).toBe(405)
  })

  test('is for signed-in callers', async () => {
    const answer = await graphql('{ greeting(name: "Ben") { text } }', {})
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
      401,
      'application/problem+json',
      { type: '/problems/NotSignedIn', title: 'You are not signed in', status: 401 },
    ])
  })

  test('says nothing of what a function threw', async () => {
    expect(await (await graphql('{ broken }')).json()).toMatchObject({
      data: { broken: null },
      errors: [{ message: 'Something went wrong.' }],
    })
  })

  test('says where changes are told', async () => {
    const { host: name } = new URL(host.url)
    expect(await (await fetch(`${host.url}/live.json`)).json()).toEqual({ url: '/graphql/realtime', host: name })
  })

  test('tells of changes over WebSocket alone', async () => {
    const { errors } = (await (await graphql('subscription { greeted { text } }')).json()) as {
      errors: readonly { message: string }[]
    }
    expect(errors[0]?.message).toBe('One subscribes over WebSocket, at /graphql/realtime.')
  })

  /** Resolves when somebody listens; answers what resolves with the first greeting that they hear. */
  const listening = async (who: string) => {
    const line = await openLine(host.url, who)
    line.say({ type: 'connection_init' })
    await line.hears('connection_ack')
    line.say(start(who, 'subscription { greeted { text } }'))
    await line.hears('start_ack')
    return async (): Promise<unknown> => {
      const { payload } = await line.hears('data')
      line.close()
      return payload
    }
  }
  const greet = (name: string) =>
    graphql(`mutation { greet(name: "${name}") { text } }`, { authorization: 'Bearer ben' })

  test('tells those whom an event names, and admins, at once', async () => {
    const heardBy = await Promise.all([listening('ana'), listening('ada')])
    await greet('Ben')
    const told = { data: { greeted: { text: 'Hello Ben' } } }
    expect(await Promise.all(heardBy.map((hears) => hears()))).toEqual([told, told])
  })

  test('tells nobody else, neither of the tenant nor of another', async () => {
    const hears = await listening('cy')
    await greet('Ben')
    await greet('cy')
    expect(await hears()).toEqual({ data: { greeted: { text: 'Hello cy' } } })
  })
})

describe('a host’s bus', () => {
  test('delivers what a function publishes to the functions that asked for it', async () => {
    await graphql('mutation { greet(name: "Ben") { text } }')
    await host.settled()
    expect(heard.get('greeted')).toEqual([
      {
        version: '0',
        id: expect.any(String),
        'detail-type': 'Greeted',
        source: 'awayday.greeter',
        account: '000000000000',
        time: '2027-01-01T12:00:00Z',
        region: 'local',
        resources: [],
        detail: {
          id: 'greeting/1@1.0',
          tenant: 'acme',
          at: '2027-01-01T12:00:00.000Z',
          correlation: 'c-1',
          data: { text: 'Hello Ben', by: 'ana', audience: ['ana', 'Ben'] },
        },
      },
    ])
  })
})
