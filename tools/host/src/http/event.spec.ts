import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import greeter from '../fixtures/greeter/service.ts'
import { heard } from '../fixtures/heard.ts'
import { withHost } from '../fixtures/with-host.ts'
import type { HttpEvent } from './event.ts'
import { logTime } from './event.ts'

let host: Awaited<ReturnType<typeof withHost>>
beforeAll(async () => {
  host = await withHost([greeter])
})
afterAll(() => host[Symbol.asyncDispose]())
beforeEach(() => heard.clear())

/** Sent as written, so that headers can be repeated and in any case; what the function got. */
const eventOf = async (
  method: string,
  path: string,
  headers: readonly string[] = [],
  body?: string | Buffer,
): Promise<HttpEvent> => {
  const sent = request(`${host.url}/`, { method, path, headers: ['Host', 'localhost', ...headers] })
  sent.end(body)
  const [answer] = await once(sent, 'response')
  answer.resume()
  return heard.get('hello')?.[0] as HttpEvent
}

describe('the event of an HTTP API', () => {
  test('is payload format 2.0, and what is absent is left out', async () => {
    const event = await eventOf('GET', '/hello')
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'GET /hello',
      rawPath: '/hello',
      rawQueryString: '',
      headers: { host: 'localhost', connection: 'keep-alive' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: 'localhost',
        domainPrefix: 'local',
        http: { method: 'GET', path: '/hello', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: 'GET /hello',
        stage: '$default',
        time: logTime(event.requestContext.timeEpoch),
        timeEpoch: expect.any(Number),
      },
      isBase64Encoded: false,
    })
  })

  test('has header names in lower case, and repeated headers joined by commas', async () => {
    const { headers } = await eventOf('GET', '/hello', ['X-Tag', 'a', 'x-tag', 'b', 'X-TAG', 'c'])
    expect(headers['x-tag']).toBe('a,b,c')
  })

  test('has cookies in a list, and no cookie header', async () => {
    const { cookies, headers } = await eventOf('GET', '/hello', ['Cookie', 'a=1; b=2', 'cookie', 'c=3'])
    expect([cookies, headers['cookie']]).toEqual([['a=1', 'b=2', 'c=3'], undefined])
  })

  test('has query parameters decoded and joined, and the raw query as it was sent', async () => {
    const event = await eventOf('GET', '/hello?a=1&a=2&b=%20c+d&e')
    expect([event.rawQueryString, event.queryStringParameters]).toEqual([
      'a=1&a=2&b=%20c+d&e',
      { a: '1,2', b: ' c d', e: '' },
    ])
  })

  test('has path and path parameters decoded', async () => {
    const event = await eventOf('GET', '/hello/an%20a')
    expect([event.routeKey, event.rawPath, event.pathParameters]).toEqual([
      'ANY /hello/{name}',
      '/hello/an a',
      { name: 'an a' },
    ])
  })

  test('has the rest of the path under a greedy variable', async () => {
    const event = await eventOf('POST', '/rest/a/b')
    expect(event.pathParameters).toEqual({ proxy: 'a/b' })
  })

  test.each([
    ['application/json', '{"a":1}', '{"a":1}', false],
    ['application/json; charset=utf-8', 'é', 'é', false],
    ['text/csv', 'a,b', 'a,b', false],
    ['application/x-www-form-urlencoded', 'a=1', 'YT0x', true],
    ['application/octet-stream', 'a', 'YQ==', true],
    ['image/png', 'a', 'YQ==', true],
  ])('has a body of %s as text only where AWS has', async (type, sent, body, isBase64Encoded) => {
    const event = await eventOf('POST', '/rest/a', ['Content-Type', type], sent)
    expect([event.body, event.isBase64Encoded]).toEqual([body, isBase64Encoded])
  })

  test('has a body without a content type in base64', async () => {
    const event = await eventOf('POST', '/rest/a', [], 'a')
    expect([event.body, event.isBase64Encoded]).toEqual(['YQ==', true])
  })

  test('has the time as access logs write it', () => {
    expect(logTime(Date.UTC(2020, 2, 12, 19, 3, 58))).toBe('12/Mar/2020:19:03:58 +0000')
  })
})
