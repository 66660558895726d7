import { DatabaseSync } from 'node:sqlite'
import { sqliteBus } from '@awayday/bus/sqlite'
import { stoppedClock } from '@awayday/clock'
import type { Instant, TenantId } from '@awayday/kernel'
import { addMs } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { eventPattern } from '../patterns/pattern.ts'
import { deliveryTable } from './delivery-table.ts'
import { dispatcher, RETRY_AFTER_MS } from './dispatcher.ts'

const start = '2027-01-01T12:00:00.000Z' as Instant
const event = (type: string, n = 1) => ({
  source: 'directory',
  type,
  id: `person/${n}@1.0`,
  tenant: 'acme' as TenantId,
  at: start,
  correlation: 'c',
  data: { n },
})

/** A dispatcher with two targets; `fails` says which deliveries throw. */
const given = () => {
  const db = new DatabaseSync(':memory:')
  const bus = sqliteBus(db)
  const table = deliveryTable(db)
  const clock = stoppedClock(start)
  const delivered: string[] = []
  const fails = new Set<string>()
  const targets = [
    { id: 'leave/roster', pattern: eventPattern({ source: ['awayday.directory'], 'detail-type': ['PersonJoined'] }) },
    { id: 'mail/all', pattern: eventPattern({ source: [{ prefix: 'awayday.' }] }) },
  ]
  const dispatch = dispatcher(table, clock, targets, async (target, { 'detail-type': type }) => {
    delivered.push(`${type} to ${target}`)
    if (fails.has(target)) throw new Error('told to fail')
  })
  const after = async (ms: number): Promise<void> => {
    clock.set(addMs(clock.now(), ms))
    await dispatch.settled()
  }
  return { bus, table, clock, delivered, fails, dispatch, after }
}

describe('an accepted event', () => {
  test('reaches every target whose pattern it matches, once', async () => {
    const { bus, delivered, dispatch } = given()
    await bus.publish([event('PersonJoined'), event('PersonLeft')])
    await dispatch.settled()
    await dispatch.settled()
    expect(delivered.toSorted()).toEqual([
      'PersonJoined to leave/roster',
      'PersonJoined to mail/all',
      'PersonLeft to mail/all',
    ])
  })

  test('comes again after a failure, to that target alone, later every time', async () => {
    const { bus, delivered, fails, dispatch, after } = given()
    fails.add('leave/roster')
    await bus.publish([event('PersonJoined')])
    await dispatch.settled()
    delivered.length = 0
    await after(999)
    expect(delivered).toEqual([])
    await after(1)
    await after(4_999)
    expect(delivered).toEqual(['PersonJoined to leave/roster'])
    fails.clear()
    await after(1)
    await after(86_400_000)
    expect(delivered).toEqual(['PersonJoined to leave/roster', 'PersonJoined to leave/roster'])
  })

  test('is parked when all tries are used up, and driven again on demand', async () => {
    const { bus, table, clock, delivered, fails, dispatch, after } = given()
    fails.add('leave/roster')
    await bus.publish([event('PersonJoined')])
    await dispatch.settled()
    for (const ms of RETRY_AFTER_MS) await after(ms)
    const [parked] = table.troubled()
    expect(table.troubled()).toEqual([
      {
        id: parked?.id,
        target: 'leave/roster',
        type: 'PersonJoined',
        tries: RETRY_AFTER_MS.length + 1,
        due: parked?.due,
        parked: true,
        reason: 'Error: told to fail',
      },
    ])
    expect(dispatch.nextDue()).toBeUndefined()

    fails.clear()
    delivered.length = 0
    expect(table.redrive(parked?.id ?? 0, clock.now())).toBe(true)
    await dispatch.settled()
    expect([delivered, table.troubled()]).toEqual([['PersonJoined to leave/roster'], []])
  })

  test('that is not parked cannot be driven again', () => {
    const { table, clock } = given()
    expect(table.redrive(1, clock.now())).toBe(false)
  })

  test('does not wait for another that hangs', async () => {
    const { bus, table } = given()
    const hanging = Promise.withResolvers<void>()
    const delivered: unknown[] = []
    const targets = [{ id: 'a/b', pattern: eventPattern({ source: [{ exists: true }] }) }]
    const dispatch = dispatcher(table, stoppedClock(start), targets, async (_target, { detail }) => {
      const { n } = (detail as { readonly data: { readonly n: number } }).data
      if (n === 0) await hanging.promise
      delivered.push(n)
      if (n === 20) hanging.resolve()
    })
    await bus.publish(Array.from({ length: 21 }, (_, n) => event('PersonJoined', n)))
    await dispatch.settled()
    expect(delivered.at(-1)).toBe(0)
    expect(delivered).toHaveLength(21)
  })
})

describe('delivered events', () => {
  test('are forgotten, but for the last thousand and those that still have to reach somebody', async () => {
    const { bus, table, fails, dispatch } = given()
    fails.add('leave/roster')
    await bus.publish([event('PersonJoined')])
    await bus.publish(Array.from({ length: 1_100 }, () => event('PersonLeft')))
    await dispatch.settled()
    expect(table.count()).toBe(1_001)
  })
})
