import { beforeEach, describe, expect, test } from 'vitest'
import { problemIn, ran, send, type Told } from '../testing/http-api.ts'

beforeEach(() => {
  ran.length = 0
})

const path = 'POST /v1/notes/x'
const key = { 'idempotency-key': 'key-1' }
const note = '{"text":"hello","stars":5}'
const sent = (body: string): Told => ({ on: path, body, headers: key })
const anything = (value: string): Told => ({ on: 'POST /v1/anything', body: `{"value":${value}}` })
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const invalid = (at: string, message: string) => ({
  status: 400,
  type: 'InvalidInput',
  issues: [{ path: at, message }],
})
const unstorable = (at: string) => ({ status: 400, type: 'UnstorableText', path: at })

const malformed = { status: 400, type: 'MalformedJson' }
const duplicate = { status: 400, type: 'DuplicateKey' }
const unsupported = { status: 415, type: 'UnsupportedMediaType' }
const tooLarge = { status: 413, type: 'BodyTooLarge', bytesMax: 65_536 }
const badKey = { status: 400, type: 'IdempotencyKeyInvalid' }
const nobody = { status: 401, type: 'NotSignedIn' }
const notFound = { status: 404, type: 'NotFound' }

const cases: readonly (readonly [string, Told, Readonly<Record<string, unknown>>])[] = [
  ['an unknown path', { on: 'GET /v1/nothing' }, notFound],
  ['a path in other letters', { on: 'GET /V1/notes/x' }, notFound],
  [
    'an unknown method',
    { on: 'PATCH /v1/notes/x' },
    { status: 405, type: 'MethodNotAllowed', allowed: ['POST', 'GET', 'DELETE'] },
  ],
  ['no actor', { on: 'GET /v1/notes/x', as: null }, nobody],
  ['an actor without a tenant', { on: 'GET /v1/notes/x', as: { person: 'ana', roles: '' } }, nobody],
  [
    'an actor of an impossible tenant',
    { on: 'GET /v1/notes/x', as: { tenant: 'A#B', person: 'ana', roles: '' } },
    nobody,
  ],
  ['a path that is not UTF-8', { on: 'GET /v1/notes/%ff' }, invalid('note', 'is not percent-encoded UTF-8')],
  ['a path with NUL', { on: 'GET /v1/notes/a%00b' }, unstorable('note')],
  ['a query with NUL', { on: 'GET /v1/notes/x', query: { q: 'a\0' } }, unstorable('q')],
  ['a command without a key', { on: path, body: note }, { status: 400, type: 'IdempotencyKeyMissing' }],
  ['an empty key', { on: path, body: note, headers: { 'idempotency-key': '' } }, badKey],
  ['a key of 129', { on: path, body: note, headers: { 'idempotency-key': 'k'.repeat(129) } }, badKey],
  ['a key with a space', { on: path, body: note, headers: { 'idempotency-key': 'two keys' } }, badKey],
  ['a key with letters of no ASCII', { on: path, body: note, headers: { 'idempotency-key': 'schlüssel' } }, badKey],
  ['a body where none is taken', { on: 'GET /v1/notes/x', body: '{}' }, invalid('', 'no body is taken here')],
  ['no content type', { ...sent(note), headers: { ...key, 'content-type': undefined } }, unsupported],
  [
    'a form',
    { ...sent('text=hello'), headers: { ...key, 'content-type': 'application/x-www-form-urlencoded' } },
    unsupported,
  ],
  ['text', { ...sent(note), headers: { ...key, 'content-type': 'text/plain' } }, unsupported],
  [
    'another charset',
    { ...sent(note), headers: { ...key, 'content-type': 'application/json; charset=latin1' } },
    unsupported,
  ],
  ['no body', { on: path, headers: { ...key, 'content-type': 'application/json' } }, malformed],
  ['an empty body', sent(''), malformed],
  ['half a body', sent('{"text":"hel'), malformed],
  ['a body and more', sent(`${note}}`), malformed],
  ['a comment', sent('{"text":"hello"/* ! */,"stars":5}'), malformed],
  ['a trailing comma', sent('{"text":"hello","stars":5,}'), malformed],
  ['NaN', sent('{"text":"hello","stars":NaN}'), malformed],
  ['a raw line end in a text', sent('{"text":"hel\nlo","stars":5}'), malformed],
  ['a byte order mark', sent(`\uFEFF${note}`), malformed],
  [
    'bytes that are not UTF-8',
    { ...sent(Buffer.from([0x22, 0xff, 0x22]).toString('base64')), base64: true },
    malformed,
  ],
  [
    'a surrogate in UTF-8',
    { ...sent(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]).toString('base64')), base64: true },
    malformed,
  ],
  ['64 kB and a byte', sent(JSON.stringify({ text: 'x'.repeat(65_536 - 19), stars: 5 })), tooLarge],
  ['64 kB and a byte in fewer characters', sent(JSON.stringify({ text: '€'.repeat(21_840), stars: 55 })), tooLarge],
  ['64 kB and a byte in base64', { ...sent(Buffer.alloc(65_537, ' ').toString('base64')), base64: true }, tooLarge],
  ['a megabyte in base64', { ...sent(Buffer.alloc(1_000_000, ' ').toString('base64')), base64: true }, tooLarge],
  ['a member twice', sent('{"text":"hello","stars":5,"text":"other"}'), duplicate],
  ['a member twice, once escaped', sent('{"text":"hello","stars":5,"\\u0074ext":"other"}'), duplicate],
  ['a member twice among colons', sent('{"text":"a:b:c","stars":5,"stars":6}'), duplicate],
  ['a member twice, deep inside', anything('[{"a":{"b":1,"b":1}}]'), duplicate],
  [
    '__proto__',
    sent('{"text":"hello","stars":5,"__proto__":{"admin":true}}'),
    invalid('__proto__', 'not a name for a member'),
  ],
  ['__proto__ deep inside', anything('[{"__proto__":1}]'), invalid('value.0.__proto__', 'not a name for a member')],
  ['constructor', sent('{"text":"hello","stars":5,"constructor":1}'), invalid('constructor', 'is not known here')],
  ['an unknown member', sent('{"text":"hello","stars":5,"more":1}'), invalid('more', 'is not known here')],
  ['a missing member', sent('{"text":"hello"}'), invalid('stars', 'is missing')],
  ['a member of another type', sent('{"text":1,"stars":5}'), invalid('text', 'is not string')],
  ['null for a body', sent('null'), invalid('', 'is not Object')],
  ['a list for a body', sent('[]'), { status: 400, type: 'InvalidInput' }],
  ['a number past the safe ones', anything('9007199254740993'), invalid('value', 'a number too large')],
  ['a number past them below zero', anything('[-9007199254740993]'), invalid('value.0', 'a number too large')],
  ['a number past all', anything('1e400'), invalid('value', 'a number too large')],
  ['33 levels', anything(nested(32)), { status: 400, type: 'InvalidInput' }],
  ['30,000 levels', anything(nested(30_000)), { status: 400, type: 'InvalidInput' }],
  ['30,000 levels of objects without end', anything('{"a":'.repeat(10_000)), malformed],
  ['a lone surrogate', anything('"\\ud800"'), unstorable('value')],
  ['a lone surrogate as it is', anything('"\ud800"'), unstorable('value')],
  ['NUL', anything('{"a":["b\\u0000"]}'), unstorable('value.a.0')],
  ['NUL in a name', anything('{"b\\u0000":1}'), unstorable('value.b\0')],
]

describe('what is sent with', () => {
  test.each(cases)('%s is refused, says why, and has no effect', async (_what, told, { type, ...facts }) => {
    const problem = problemIn(await send(told))
    expect(problem).toMatchObject({ type: `/problems/${type}`, title: expect.any(String), ...facts })
    expect(ran).toEqual([])
  })
})

describe('what is sent with as much as is allowed,', () => {
  test.each<[string, Told]>([
    ['64 kB', { on: path, headers: key, body: JSON.stringify({ text: 'x'.repeat(65_536 - 21), stars: 5 }) }],
    ['32 levels', anything(nested(31))],
    ['the largest safe number', anything('9007199254740991')],
    ['a pair of surrogates', anything('"\\ud83c\\udfd6"')],
    ['colons, quotes and backslashes in texts', anything('{"a:\\"":"\\\\\\":{\\"a\\":","b":":"}')],
    ['an empty name', anything('{"":{"":1}}')],
    ['a key of 128', { on: path, body: note, headers: { 'idempotency-key': `!${'~'.repeat(127)}` } }],
  ])('%s, is taken', async (_what, told) => {
    expect((await send(told)).statusCode).toBeLessThan(300)
    expect(ran).toHaveLength(1)
  })
})

describe('a refusal', () => {
  test('of nobody asks for a bearer token', async () => {
    const { headers } = await send({ on: 'GET /v1/notes/x', as: null })
    expect(headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' })
  })

  test('of a method names those there are', async () => {
    const { headers } = await send({ on: 'PATCH /v1/notes/x' })
    expect(headers).toMatchObject({ allow: 'POST, GET, DELETE' })
  })
})
