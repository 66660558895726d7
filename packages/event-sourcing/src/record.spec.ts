import type { Instant, TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { commandId, newId } from './command.ts'
import { chain, endAt, headAt } from './head.ts'
import { APPEND_BYTES_MAX, digestOf, newRecord, type RecordBody, readBody } from './record.ts'
import { parseStreamName, stream } from './stream.ts'

const acme = 'acme' as TenantId
const body = (events: RecordBody['events']): RecordBody => ({
  at: '2026-05-04T08:00:00.000Z' as Instant,
  by: 'ana',
  command: { id: 'command-1', digest: 'digest-1' },
  correlation: 'correlation-1',
  cause: 'request-1',
  prev: null,
  events,
})
const event = { type: 'Noted', v: 1, data: { b: 1, a: '🏖' } }

/** Written once, these can never be reshaped: every text here is in somebody's store. */
describe('a record', () => {
  const text =
    '{"at":"2026-05-04T08:00:00.000Z","by":"ana","command":{"id":"command-1","digest":"digest-1"},' +
    '"correlation":"correlation-1","cause":"request-1","prev":null,"events":[{"type":"Noted","v":1,"data":{"b":1,"a":"🏖"}}]}'

  test('is one JSON text, its members in one order whatever order they were given in', () => {
    const { events, ...rest } = body([event])
    const shuffled = { events: events.map(({ type, v, data }) => ({ data, v, type })), ...rest }
    expect(newRecord(body([event]))).toEqual({ body: text, commandId: 'command-1' })
    expect(newRecord(shuffled)).toEqual(newRecord(body([event])))
  })

  test('says what was written', () => {
    expect(readBody({ version: 1, body: text })).toEqual(body([event]))
  })

  test('has the SHA-256 of its bytes as its digest', () => {
    expect(digestOf(text)).toBe('NMzSCsv_1sHY3j2B36uByqStgFUrAHnLj2MKrWRWDYY')
  })

  test('holds 1 to 100 events', () => {
    expect(() => newRecord(body([]))).toThrow(RangeError)
    expect(newRecord(body(Array.from({ length: 100 }, () => event))).commandId).toBe('command-1')
    expect(() => newRecord(body(Array.from({ length: 101 }, () => event)))).toThrow(RangeError)
  })

  test('holds at most 256 KiB, counted in bytes', () => {
    const filled = (data: string) => newRecord(body([{ type: 'Noted', v: 1, data }]))
    const room = APPEND_BYTES_MAX - Buffer.byteLength(filled('').body)
    expect(Buffer.byteLength(filled('x'.repeat(room)).body)).toBe(262_144)
    expect(() => filled('x'.repeat(room + 1))).toThrow(RangeError)
    expect(() => filled('🏖'.repeat(room / 2))).toThrow(RangeError)
  })
})

describe('ids', () => {
  const meta = { tenant: acme, actor: 'ana', key: 'k1' }

  test('of commands follow from tenant, actor and key', () => {
    expect(commandId(meta)).toBe('k6LbkruhWEXqyieOaMUYE4L0Qn9eSplrRfFwqivUPrk')
  })

  test('of new things follow from the command, the stream and a number', () => {
    expect(newId(commandId(meta), stream(acme, 'thing', '1'), 0)).toBe('Xjwc1NebHQZ2bMFS4h8WQj')
  })

  test('of commands differ where names run together', () => {
    const others = [{ actor: 'an', key: 'ak1' }, { actor: 'ana"', key: 'k1' }, { key: 'k' }].map((it) => ({
      ...meta,
      ...it,
    }))
    expect(new Set([meta, ...others].map(commandId)).size).toBe(4)
  })
})

describe('a stream’s name', () => {
  test.each(['a', 'person/01', 'A-z.0/9:_', 'x'.repeat(200)])('may be %s', (name) => {
    expect(parseStreamName(name)).toBe(name)
  })

  test.each(['', 'x'.repeat(201), 'a b', 'a#b', 'ä', 'a\n', 'a\0b', 'a%20b', '🏖'])('may not be %j', (name) => {
    expect(parseStreamName(name)).toBeUndefined()
  })

  test('that the code itself makes wrongly is a defect', () => {
    expect(() => stream(acme, 'person', 'a b')).toThrow()
  })
})

describe('a chain of records', () => {
  const [first, second, third] = [1, 2, 3].map((version) => ({ version, body: `${version}` }))
  if (!first || !second || !third) throw new Error('three records')

  test('ends at its last', () => {
    expect(chain('sqlite', [first, second])).toEqual({
      ok: true,
      value: { records: [first, second], head: headAt('sqlite', endAt(second)) },
    })
  })

  test.each([[[second]], [[first, third]], [[first, first]]])(
    'throws where a version is missing or double',
    (records) => {
      expect(() => chain('sqlite', records)).toThrow(/gap/)
    },
  )

  test('read on from a head must begin with that head’s record', () => {
    expect(chain('sqlite', [second, third], headAt('sqlite', endAt(second)))).toMatchObject({
      value: { records: [third] },
    })
    for (const found of [[], [third], [{ version: 2, body: 'another' }]])
      expect(chain('sqlite', found, headAt('sqlite', endAt(second)))).toEqual({
        ok: false,
        error: { type: 'StaleHead' },
      })
  })
})
