import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { AcceptedEvent } from '@awayday/bus/sqlite'
import type { Clock } from '@awayday/clock'
import { inTransaction } from '@awayday/event-sourcing/sqlite'
import { epochMs, fromEpochMs, type Instant } from '@awayday/kernel'
import type { DeliveryTable } from '../bus/delivery-table.ts'
import type { Work } from '../state/ticker.ts'
import type { Schedule } from './expression.ts'

export type Scheduled = { readonly id: string; readonly schedule: Schedule }

export type Scheduler = Work & {
  /** Has a function run now, besides its schedule. */
  runNow(id: string): void
}

/**
 * Hands what is due to the dispatcher, in the same transaction that notes the time: so a run is never lost, is tried again
 * like any delivery, and those missed while the host was off, or passed over by a moved clock, run once.
 */
export const scheduler = (
  db: DatabaseSync,
  table: DeliveryTable,
  clock: Clock,
  scheduled: readonly Scheduled[],
  onDue: () => void,
): Scheduler => {
  db.exec('CREATE TABLE IF NOT EXISTS schedule (target TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT')
  const select = db.prepare('SELECT since FROM schedule WHERE target = ?')
  const upsert = db.prepare(
    'INSERT INTO schedule VALUES (?, ?) ON CONFLICT (target) DO UPDATE SET since = excluded.since',
  )

  /** From when on the next run is counted. A schedule counts from when it was first seen; so does one whose clock went back. */
  const since = (id: string, now: Instant): Instant => {
    const known = select.get(id)?.['since'] as Instant | undefined
    if (known !== undefined && known <= now) return known
    upsert.run(id, now)
    return now
  }

  const nextOf = ({ id, schedule }: Scheduled, now: Instant): Instant | undefined => {
    const next = schedule(epochMs(since(id, now)))
    return next === undefined ? undefined : fromEpochMs(next)
  }

  return {
    runNow: (id) => {
      inTransaction(db, () => table.address(scheduledEvent(id, clock.now()), id, clock.now()))
      onDue()
    },

    async runDue() {
      const now = clock.now()
      const due = scheduled.filter((each) => {
        const next = nextOf(each, now)
        return next !== undefined && next <= now
      })
      if (due.length === 0) return
      inTransaction(db, () => {
        for (const { id } of due) {
          table.address(scheduledEvent(id, now), id, now)
          upsert.run(id, now)
        }
      })
      onDue()
    },

    nextDue: () => {
      const now = clock.now()
      return scheduled
        .map((each) => nextOf(each, now))
        .filter((next) => next !== undefined)
        .toSorted()[0]
    },
  }
}

/** What EventBridge Scheduler sends when a schedule names no input. */
const scheduledEvent = (id: string, now: Instant): AcceptedEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: '000000000000',
  time: `${now.slice(0, 19)}Z`,
  region: 'local',
  resources: [`arn:aws:scheduler:local:000000000000:schedule/default/${id.replace('/', '-')}`],
  detail: '{}',
})
