import { type Appended, type StoredRecord, stream } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { stream as onStream } from '@awayday/manifest'
import { describe, expect, test } from 'vitest'
import type { Invoke } from '../functions/invoke.ts'
import { relay } from './relay.ts'
import { failedOf, streamEvent } from './stream-event.ts'

const person = stream('acme' as TenantId, 'person', 'p1')
const appended = (version: number): Appended => ({
  stream: person,
  record: { version, body: `{"n":${version}}` } satisfies StoredRecord,
})
const batch = [appended(1), appended(2), appended(3)]
const fn = {
  id: 'leave/relay',
  service: 'leave',
  name: 'relay',
  manifest: { on: onStream('events') },
  module: new URL('file:///none'),
}

describe('a batch of a feed', () => {
  test('is a batch of DynamoDB Streams', () => {
    expect(streamEvent('leave', 'events', 'mongodb', [appended(7)])).toEqual({
      Records: [
        {
          eventID: '0',
          eventName: 'INSERT',
          eventVersion: '1.1',
          eventSource: 'aws:dynamodb',
          awsRegion: 'local',
          eventSourceARN: 'arn:aws:dynamodb:local:000000000000:table/leave-events/stream/mongodb',
          dynamodb: {
            Keys: { pk: { S: 'acme' }, sk: { S: 'person/p1#0000000007' } },
            NewImage: { pk: { S: 'acme' }, sk: { S: 'person/p1#0000000007' }, body: { S: '{"n":7}' } },
            SequenceNumber: '000000000000000000001',
            SizeBytes: 7,
            StreamViewType: 'NEW_IMAGE',
          },
        },
      ],
    })
  })

  const failures = (...numbers: readonly unknown[]) => ({
    batchItemFailures: numbers.map((itemIdentifier) => ({ itemIdentifier })),
  })
  test.each([
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty answer', {}, []],
    ['no failures', failures(), []],
    ['the last one', failures('000000000000000000003'), [3]],
    ['one in the middle: all from there', failures('000000000000000000002'), [2, 3]],
    ['two: all from the first', failures('000000000000000000003', '000000000000000000002'), [2, 3]],
    ['one that is not of the batch: all', failures('x'), [1, 2, 3]],
    ['one without a name: all', { batchItemFailures: [null] }, [1, 2, 3]],
  ])('comes again as the answer says: %s', (_what, answer, versions) =>
    expect(failedOf(answer, batch)).toEqual(versions.map((version) => ({ stream: person, version }))),
  )

  test('comes again whole when the function throws', async () => {
    const broken: Invoke = async () => {
      throw new Error('told to fail')
    }
    const failed = await relay(fn, 'events', 'sqlite', broken, AbortSignal.abort())(batch)
    expect(failed).toEqual([1, 2, 3].map((version) => ({ stream: person, version })))
  })
})
