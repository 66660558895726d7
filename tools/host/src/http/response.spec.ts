import { describe, expect, test } from 'vitest'
import { httpResponse, internalServerError } from './response.ts'

const json = { 'content-type': 'application/json' }
const text = { 'content-type': 'text/plain;charset=UTF-8' }

describe('what an HTTP API makes of a result', () => {
  test.each([
    [
      'an object without a status',
      { hello: 'ana' },
      { status: 200, headers: json, cookies: [], body: '{"hello":"ana"}' },
    ],
    ['a text', 'hello', { status: 200, headers: json, cookies: [], body: 'hello' }],
    ['a list', [1], { status: 200, headers: json, cookies: [], body: '[1]' }],
    ['nothing', undefined, { status: 200, headers: json, cookies: [], body: 'null' }],
    ['a status alone', { statusCode: 204 }, { status: 204, headers: text, cookies: [], body: '' }],
    [
      'headers of any case and kind',
      { statusCode: 201, headers: { 'Content-Type': 'a/b', 'X-N': 1, 'x-is': true }, body: 'x' },
      { status: 201, headers: { 'content-type': 'a/b', 'x-n': '1', 'x-is': 'true' }, cookies: [], body: 'x' },
    ],
    [
      'headers of the connection',
      { statusCode: 200, headers: { 'Content-Length': '7', Connection: 'close', 'Transfer-Encoding': 'chunked' } },
      { status: 200, headers: text, cookies: [], body: '' },
    ],
    [
      'cookies',
      { statusCode: 200, cookies: ['a=1; Path=/', 'b=2'] },
      { status: 200, headers: text, cookies: ['a=1; Path=/', 'b=2'], body: '' },
    ],
    [
      'a body in base64',
      { statusCode: 200, body: 'aGk=', isBase64Encoded: true },
      { status: 200, headers: text, cookies: [], body: Buffer.from('hi') },
    ],
  ])('%s', (_what, result, response) => expect(httpResponse(result)).toEqual(response))

  test.each([
    ['a status in text', { statusCode: '200' }],
    ['a status that is none', { statusCode: 99 }],
    ['half a status', { statusCode: 200.5 }],
    ['a body that is no text', { statusCode: 200, body: {} }],
    ['headers in a list', { statusCode: 200, headers: [] }],
    ['a header in a list', { statusCode: 200, headers: { a: ['b'] } }],
    ['a header with a line end', { statusCode: 200, headers: { a: 'b\r\nset-cookie: c=d' } }],
    ['a header name with a space', { statusCode: 200, headers: { 'a b': 'c' } }],
    ['a cookie with a line end', { statusCode: 200, cookies: ['a=1\r\nb: c'] }],
    ['cookies that are no list', { statusCode: 200, cookies: 'a=1' }],
    ['a body above 6 MB', { statusCode: 200, body: 'x'.repeat(6_291_557) }],
  ])('%s is of a bad shape', (_what, result) => expect(httpResponse(result)).toBe(internalServerError))
})
