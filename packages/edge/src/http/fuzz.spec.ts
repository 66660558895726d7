import fc from 'fast-check'
import { describe, test } from 'vitest'
import { problemIn, send, type Told } from '../testing/http-api.ts'

const key = { 'idempotency-key': 'key-1' }

/** Bytes a body may consist of: JSON, nearly JSON, and anything. */
const nearlyJson = fc
  .tuple(fc.json({ stringUnit: 'binary' }), fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
  .map(
    ([json, at, cut]) =>
      json.slice(0, at % (json.length + 1)) + cut + json.slice((at + cut.length) % (json.length + 1)),
  )
const bodies = fc.oneof(
  fc.json({ stringUnit: 'binary' }),
  nearlyJson,
  nearlyJson.map((value) => `{"value":${value}}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
)

/** Whatever the world sends: paths, headers, queries, actors and bodies that nobody would think of. */
const requests: fc.Arbitrary<Told> = fc
  .record(
    {
      on: fc.oneof(
        fc.constantFrom('POST /v1/notes/x', 'POST /v1/anything', 'GET /v1/notes/x'),
        fc.tuple(fc.constantFrom('GET', 'POST', 'DELETE'), fc.webPath()).map(([method, path]) => `${method} ${path}`),
        fc.string({ unit: 'binary' }).map((text) => `GET /v1/notes/${encodeURI(text.toWellFormed())}`),
      ),
      body: bodies,
      headers: fc.dictionary(fc.constantFrom('content-type', 'idempotency-key', 'x-correlation-id'), fc.string()),
      query: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
      cookies: fc.array(fc.string()),
      as: fc.oneof(fc.constant(undefined), fc.dictionary(fc.constantFrom('tenant', 'person', 'roles'), fc.anything())),
      isBase64: fc.boolean(),
    },
    { requiredKeys: ['on'] },
  )
  .map(({ isBase64, headers, as, query, ...told }) => ({
    ...told,
    headers: { ...key, ...headers },
    ...(isBase64 ? { base64: true as const } : {}),
    ...(as ? { as } : {}),
    ...(query ? { query } : {}),
  }))

const isAnswered = async (told: Told): Promise<boolean> => {
  const response = await send(told)
  if (response.statusCode >= 400) problemIn(response) // throws on what is no problem document
  return response.statusCode < 500
}

describe('whatever is sent', () => {
  test('is answered, or refused with a problem, and never fails', () =>
    fc.assert(fc.asyncProperty(requests, isAnswered), { numRuns: 1_000 }))

  test('as a body is answered, or refused with a problem, and never fails', () =>
    fc.assert(
      fc.asyncProperty(bodies, (body) => isAnswered({ on: 'POST /v1/anything', body })),
      { numRuns: 1_000 },
    ))
})
