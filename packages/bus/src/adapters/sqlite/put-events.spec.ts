import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { sqliteBus } from './bus.ts'
import { putEvents } from './put-events.ts'

const now = '2027-01-01T12:00:00.000Z'
const entry = { Source: 'others', DetailType: 'Happened', Detail: '{"a":1}' }
const bus = () => sqliteBus(new DatabaseSync(':memory:'))
const count = ({ db }: ReturnType<typeof bus>) => db.prepare('SELECT count(*) AS n FROM event').get()?.['n']

describe('PutEvents', () => {
  test('takes the events of any sender', () => {
    const taken: unknown[] = []
    const local = bus()
    using _ = local.onAccepted((events) => taken.push(...events))
    const Entries = [{ ...entry, Time: 1_800_000_000, Resources: ['arn:x'] }, entry]
    expect(putEvents(local, { Entries }, now)).toEqual({
      status: 200,
      body: { FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }, { EventId: expect.any(String) }] },
    })
    const event = {
      version: '0',
      id: expect.any(String),
      'detail-type': 'Happened',
      source: 'others',
      account: '000000000000',
      region: 'local',
      detail: { a: 1 },
    }
    expect(taken).toEqual([
      { ...event, time: '2027-01-15T08:00:00Z', resources: ['arn:x'] },
      { ...event, time: '2027-01-01T12:00:00Z', resources: [] },
    ])
  })

  test('answers for each entry in its place, and takes the good ones', () => {
    const local = bus()
    const Entries = [{ ...entry, Detail: '{' }, entry, { ...entry, Source: '' }, { ...entry, Detail: '[]' }]
    expect(putEvents(local, { Entries }, now)).toEqual({
      status: 200,
      body: {
        FailedEntryCount: 3,
        Entries: [
          { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
          { EventId: expect.any(String) },
          { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter Source is not valid.' },
          { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
        ],
      },
    })
    expect(count(local)).toBe(1)
  })

  test.each([
    ['no entries', { Entries: [] }],
    ['eleven entries', { Entries: Array.from({ length: 11 }, () => entry) }],
    [
      'entries over 1 MB',
      { Entries: Array.from({ length: 10 }, () => ({ ...entry, Detail: `"${'x'.repeat(110_000)}"` })) },
    ],
    ['no object', null],
  ])('refuses %s', (_what, request) => {
    const local = bus()
    expect([putEvents(local, request, now).status, count(local)]).toEqual([400, 0])
  })
})
