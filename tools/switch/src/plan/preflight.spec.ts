import { digestOf } from '@awayday/event-sourcing'
import { expect, test } from 'vitest'
import { chainWatch, obstaclesOf } from './preflight.ts'

const body = (prev: string | null, data = 'x') =>
  JSON.stringify({
    at: 'now',
    by: 'ana',
    command: { id: 'c', digest: 'd' },
    correlation: 'c',
    cause: 'c',
    prev,
    events: [data],
  })
const key = 'person/ana#0000000001'

test('what fits is not in the way', () => {
  expect(obstaclesOf('dynamodb', 'events', { key, value: body(null, '🏖'.repeat(60_000)) })).toEqual([])
  expect(
    obstaclesOf('dynamodb', 'records', { key: 'card#ana', value: '{"rev":3,"data":{"n":12345678901234567890.5}}' }),
  ).toEqual([])
})

test.each([
  [
    'is over 400 kB',
    'events',
    { key, value: body(null, 'x'.repeat(410_000)) },
    /it has 410\d+ bytes, and dynamodb takes items of 409600/,
  ],
  ['has no key', 'registry', { key: '', value: '{}' }, /its key is empty/],
  [
    'has a key of 1,100 bytes',
    'records',
    { key: `card#${'a'.repeat(1_100)}`, value: '{"rev":1}' },
    /its key has 1105 bytes, and dynamodb takes 1024/,
  ],
  [
    'has a key that our stores do not know',
    'events',
    { key: 'person/ana', value: body(null) },
    /its key is none of this collection/,
  ],
  [
    'holds half of a surrogate pair',
    'events',
    { key, value: JSON.stringify('x').replace('x', '\ud83c') },
    /half of a surrogate pair/,
  ],
  ['is no JSON', 'records', { key: 'card#ana', value: '{"rev":1,"data":{' }, /it is not JSON/],
  [
    'has a rev that numbers cannot hold',
    'records',
    { key: 'card#ana', value: '{"rev":90071992547409930}' },
    /its rev is too large/,
  ],
] as const)('what %s is told', (_, collection, item, reason) => {
  expect(obstaclesOf('dynamodb', collection, item).join()).toMatch(reason)
})

test('what DynamoDB cannot hold may fit elsewhere', () => {
  const large = { key, value: body(null, 'x'.repeat(410_000)) }
  expect(obstaclesOf('mongodb', 'events', large)).toEqual([])
  expect(obstaclesOf('mongodb', 'events', { key, value: body(null, 'x'.repeat(17_000_000)) })).toHaveLength(1)
})

test('a chain is whole, misses a version, or is broken', () => {
  const watch = chainWatch()
  const [first, other] = [body(null), body(null, 'y')]
  const second = body(digestOf(first))
  const told = [
    watch({ key: 'person/ana#0000000001', value: first }),
    watch({ key: 'person/ana#0000000002', value: second }),
    watch({ key: 'person/ben#0000000002', value: second }),
    watch({ key: 'person/cleo#0000000001', value: other }),
    watch({ key: 'person/cleo#0000000002', value: second }),
  ]
  expect(told).toEqual([
    undefined,
    undefined,
    'version 1 of its stream is missing',
    undefined,
    'it names another record before it than there is',
  ])
})
