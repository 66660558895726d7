import type { Appended, Failed } from '@awayday/event-sourcing'
import { describe, expect, test } from 'vitest'
import { world } from '../testing/world.ts'
import { onStream } from './on-stream.ts'
import type { StreamEvent } from './stream-event.ts'

const item = (sequence: string, sk: string, eventName = 'INSERT', tenant = 'acme') => ({
  eventName,
  dynamodb: { SequenceNumber: sequence, NewImage: { pk: { S: tenant }, sk: { S: sk }, body: { S: `{"of":"${sk}"}` } } },
})

/** Delivers a batch, and gives what arrived beside the answer. */
const deliver = async (Records: StreamEvent['Records'], failed: (batch: readonly Appended[]) => readonly Failed[]) => {
  const arrived: Appended[] = []
  const follow = onStream({
    world: Promise.resolve(world),
    deliver: () => async (batch) => {
      arrived.push(...batch)
      return failed(batch)
    },
  })
  return { answer: await follow({ Records }), arrived }
}

describe('a batch of a stream', () => {
  test('arrives as records of streams', async () => {
    const { answer, arrived } = await deliver([item('100', 'person/ana#0000000012')], () => [])
    expect(arrived).toEqual([
      {
        stream: { tenant: 'acme', name: 'person/ana' },
        record: { version: 12, body: '{"of":"person/ana#0000000012"}' },
      },
    ])
    expect(answer).toEqual({ batchItemFailures: [] })
  })

  test('answers what failed by its sequence number, and what is no record at all', async () => {
    const { answer, arrived } = await deliver(
      [
        item('100', 'person/ana#0000000001'),
        item('101', 'person/ana#0000000002'),
        item('102', 'person/ana#0000000002', 'INSERT', 'acme2'),
        item('103', 'person/ana'),
        { eventName: 'INSERT', dynamodb: { SequenceNumber: '104' } },
      ],
      (batch) => batch.slice(1, 2).map(({ stream, record }) => ({ stream, version: record.version })),
    )
    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: '101' }, { itemIdentifier: '103' }, { itemIdentifier: '104' }],
    })
    expect(arrived).toHaveLength(3)
  })

  test('leaves out what the platform changed or removed', async () => {
    const { answer, arrived } = await deliver(
      [item('100', 'person/ana#0000000001', 'REMOVE'), item('101', 'person/ana#0000000002', 'MODIFY')],
      (batch) => batch.map(({ stream, record }) => ({ stream, version: record.version })),
    )
    expect({ answer, arrived }).toEqual({ answer: { batchItemFailures: [] }, arrived: [] })
  })

  test('comes again as a whole when delivering throws', () =>
    expect(
      deliver([item('100', 'person/ana#0000000001')], () => {
        throw new Error('password=hunter2')
      }),
    ).rejects.toThrow('Internal Server Error'))

  test('makes its runner once, however many come', async () => {
    let made = 0
    const follow = onStream({
      world: Promise.resolve(world),
      deliver: () => {
        made++
        return async () => []
      },
    })
    await follow({ Records: [item('100', 'person/ana#0000000001')] })
    await follow({ Records: [item('101', 'person/ana#0000000002')] })
    expect(made).toBe(1)
  })
})
