import { DatabaseSync } from 'node:sqlite'
import { sqliteBus } from '@awayday/bus/sqlite'
import { stoppedClock } from '@awayday/clock'
import { describe, expect, test } from 'vitest'
import { deliveryTable } from '../bus/delivery-table.ts'
import { dispatcher } from '../bus/dispatcher.ts'
import { schedule } from './expression.ts'
import { scheduler } from './scheduler.ts'

const given = (expression: string) => {
  const db = new DatabaseSync(':memory:')
  sqliteBus(db)
  const table = deliveryTable(db)
  const clock = stoppedClock('2027-01-01T12:00:00.000Z')
  const ran: unknown[] = []
  const dispatch = dispatcher(table, clock, [], async (_target, event) => {
    ran.push(event)
  })
  const scheduled = [{ id: 'leave/sweep', schedule: schedule(expression) }]
  const open = () => scheduler(db, table, clock, scheduled, () => {})
  const at = async (now: string, schedules = open()): Promise<number> => {
    clock.set(now)
    await schedules.runDue()
    await dispatch.settled()
    return ran.length
  }
  return { open, at, ran, clock }
}

describe('a scheduled function', () => {
  test('runs when it is due, and not before', async () => {
    const { at, open, clock } = given('rate(1 hour)')
    expect(open().nextDue()).toBe('2027-01-01T13:00:00.000Z')
    expect(await at('2027-01-01T12:59:59.999Z')).toBe(0)
    expect(await at('2027-01-01T13:00:00.000Z')).toBe(1)
    expect(await at('2027-01-01T13:59:59.999Z')).toBe(1)
    expect(open().nextDue()).toBe('2027-01-01T14:00:00.000Z')
    expect(await at('2027-01-01T14:00:00.000Z')).toBe(2)
    expect(clock.now()).toBe('2027-01-01T14:00:00.000Z')
  })

  test('runs once for all the times it missed', async () => {
    const { at, open } = given('cron(0 3 * * ? *)')
    expect(await at('2027-01-01T12:00:00.000Z')).toBe(0)
    expect(await at('2027-03-05T06:00:00.000Z')).toBe(1)
    expect(open().nextDue()).toBe('2027-03-06T03:00:00.000Z')
  })

  test('goes on by a clock that was moved back', async () => {
    const { at, open } = given('rate(1 hour)')
    await at('2027-06-01T12:00:00.000Z')
    await at('2027-01-01T00:00:00.000Z')
    expect(open().nextDue()).toBe('2027-01-01T01:00:00.000Z')
  })

  test('gets what EventBridge Scheduler sends', async () => {
    const { at, ran } = given('rate(1 hour)')
    await at('2027-01-01T12:00:00.000Z')
    await at('2027-01-01T13:00:00.000Z')
    expect(ran).toEqual([
      {
        version: '0',
        id: expect.any(String),
        'detail-type': 'Scheduled Event',
        source: 'aws.scheduler',
        account: '000000000000',
        time: '2027-01-01T13:00:00Z',
        region: 'local',
        resources: ['arn:aws:scheduler:local:000000000000:schedule/default/leave-sweep'],
        detail: '{}',
      },
    ])
  })
})
