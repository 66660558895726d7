import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Call } from '../load/call.ts'
import { againstTheLogs } from './acknowledged.ts'
import { requestsAsTold } from './expected.ts'
import { commandIdOf, readLog } from './log.ts'
import { publishedWrongly } from './published.ts'

const stored = (key: string, by: string, command: string, prev: string | null, at = '2026-05-04T08:00:00.000Z') => {
  const events = [{ type: 'LeaveRequested' }]
  return { key, fields: { body: JSON.stringify({ at, by, command: { id: command }, prev, events }) } }
}
const digestOf = ({ fields }: { readonly fields: { readonly body: string } }) =>
  createHash('sha256').update(fields.body).digest('base64url')
const logOf = (...items: readonly ReturnType<typeof stored>[]) =>
  readLog(
    (async function* () {
      yield items
    })(),
  )

const one = stored('person/ana#0000000001', 'ana', 'c1', null)
const two = stored('person/ana#0000000002', 'ana', 'c2', digestOf(one))

describe('a log', () => {
  test('without flaws has none', async () => expect((await logOf(one, two)).flaws).toEqual([]))

  test.each([
    [
      'a gap',
      [two],
      [
        'person/ana#0000000002 follows version 0',
        'person/ana#0000000002 does not hold the digest of the record before',
      ],
    ],
    [
      'another digest',
      [one, stored('person/ana#0000000002', 'ana', 'c2', 'x')],
      ['person/ana#0000000002 does not hold the digest of the record before'],
    ],
    [
      'a command twice',
      [one, stored('person/ana#0000000002', 'ana', 'c1', digestOf(one))],
      ['person/ana#0000000002 is of a command that the stream has already'],
    ],
    [
      'time that runs backwards',
      [one, stored('person/ana#0000000002', 'ana', 'c2', digestOf(one), '2026-05-04T07:00:00.000Z')],
      ['person/ana#0000000002 is older than the record before'],
    ],
  ])('with %s is told of', async (_what, items, flaws) => {
    expect((await logOf(...items)).flaws).toEqual(flaws)
  })
})

const call = (said: Call['said'], more: Partial<Call> = {}): Call => ({
  by: 'ana',
  said,
  status: 201,
  tries: 1,
  calledMs: 1,
  returnedMs: 2,
  ...more,
})
const requested = call({ type: 'requested', key: 'wish-1', request: 'r1', version: 2 })
const approved = call(
  { type: 'decided', key: 'yes', person: 'ana', request: 'r1', verb: 'approve', version: 3 },
  { by: 'ben' },
)
const recorded = (version: number, by: string, key: string) => ({
  stream: 'person/ana',
  version,
  by,
  commandId: commandIdOf('demo', by, key),
  types: ['LeaveRequested'],
})
const both = [recorded(2, 'ana', 'wish-1'), recorded(3, 'ben', 'yes')]

describe('what people were told', () => {
  const flawsOf = (leave: typeof both) => againstTheLogs([requested, approved], { leave, directory: [] }, 'demo')

  test('is what is stored', () => expect(flawsOf(both)).toEqual([]))

  test.each([
    ['lost', both.slice(1), ['wish-1 of ana was acknowledged as person/ana#2; stored: nothing']],
    [
      'doubled',
      [...both, recorded(4, 'ana', 'wish-1')],
      ['wish-1 of ana was acknowledged as person/ana#2; stored: person/ana#2, person/ana#4'],
    ],
    [
      'elsewhere',
      [recorded(5, 'ana', 'wish-1'), recorded(3, 'ben', 'yes')],
      ['wish-1 of ana was acknowledged as person/ana#2; stored: person/ana#5'],
    ],
    [
      'not all',
      [...both, recorded(4, 'ana', 'another')],
      ['leave person/ana#4 (LeaveRequested) by ana is nothing that anybody was told of'],
    ],
  ])('and was %s is told of', (_what, leave, flaws) => expect(flawsOf(leave)).toEqual(flaws))

  test('says how each request ended, whatever order the answers came in', () =>
    expect(requestsAsTold([approved, requested], 'ana')).toEqual({ r1: 'approved' }))
})

describe('messages', () => {
  const accepted = (times: number) =>
    new Map([
      ['awayday.leave person/ana@2.0', times],
      ['awayday.leave person/ana@3.0', 1],
    ])
  const wrongly = (messages: ReadonlyMap<string, number>, kills: number) =>
    publishedWrongly(messages, both, 'leave', kills)

  test('come once', () => expect(wrongly(accepted(1), 0)).toEqual([]))
  test('may come again where the product was killed', () => expect(wrongly(accepted(3), 1)).toEqual([]))
  test('that come too often are told of', () =>
    expect(wrongly(accepted(3), 0)).toEqual(['awayday.leave person/ana@2.0 was published 3 times']))
  test('that never come are told of', () =>
    expect(wrongly(new Map([['awayday.leave person/ana@3.0', 1]]), 0)).toEqual([
      'awayday.leave person/ana@2 was never published',
    ]))
})
