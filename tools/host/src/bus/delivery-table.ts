import type { DatabaseSync } from 'node:sqlite'
import type { AcceptedEvent } from '@awayday/bus/sqlite'
import { inTransaction } from '@awayday/event-sourcing/sqlite'
import type { Instant } from '@awayday/kernel'

/** One event on its way to one function. */
export type Delivery = {
  readonly id: number
  /** `leave/person-changed` */
  readonly target: string
  readonly event: AcceptedEvent
  /** How often it has failed. */
  readonly tries: number
}

export type WaitingDelivery = {
  readonly id: number
  readonly target: string
  readonly type: string
  readonly tries: number
  readonly due: Instant
  readonly parked: boolean
  readonly reason: string | null
}

export type ListedEvent = { readonly position: number; readonly event: AcceptedEvent; readonly left: number }

/** A delivery that succeeded is deleted; `parked` ones stay until somebody drives them again. */
const SCHEMA = `CREATE TABLE IF NOT EXISTS delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event INTEGER NOT NULL REFERENCES event (position),
  target TEXT NOT NULL,
  due TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  parked INTEGER NOT NULL DEFAULT 0,
  reason TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS delivery_due ON delivery (parked, due);
CREATE INDEX IF NOT EXISTS delivery_event ON delivery (event);`

/** Delivered events are kept for the console up to this many, then forgotten. */
const EVENTS_KEPT = 1000

/** What the dispatcher writes: which event still has to reach whom, and when. In the bus's own file. */
export const deliveryTable = (db: DatabaseSync) => {
  db.exec(SCHEMA)
  const unrouted = db.prepare('SELECT position, body FROM event WHERE routed = 0 ORDER BY position LIMIT 100')
  const routed = db.prepare('UPDATE event SET routed = 1 WHERE position = ?')
  const insertEvent = db.prepare('INSERT INTO event (body, routed) VALUES (?, 1)')
  const insert = db.prepare('INSERT INTO delivery (event, target, due) VALUES (?, ?, ?)')
  const due = db.prepare(
    `SELECT id, target, tries, body FROM delivery JOIN event ON position = event
     WHERE parked = 0 AND due <= ? ORDER BY due, id LIMIT ?`,
  )
  const next = db.prepare('SELECT min(due) AS due FROM delivery WHERE parked = 0')
  const remove = db.prepare('DELETE FROM delivery WHERE id = ?')
  const retry = db.prepare('UPDATE delivery SET tries = tries + 1, due = ?, reason = ? WHERE id = ?')
  const park = db.prepare('UPDATE delivery SET tries = tries + 1, parked = 1, reason = ? WHERE id = ?')
  const redrive = db.prepare('UPDATE delivery SET tries = 0, parked = 0, due = ? WHERE id = ? AND parked = 1')
  const left = db.prepare(
    `SELECT id, target, tries, due, parked, reason, body ->> '$."detail-type"' AS type FROM delivery
     JOIN event ON position = event WHERE parked = 1 OR tries > 0 ORDER BY parked DESC, id DESC LIMIT 200`,
  )
  const lastEvents = db.prepare(
    `SELECT position, body, (SELECT count(*) FROM delivery WHERE event = position) AS "left" FROM event
     ORDER BY position DESC LIMIT 50`,
  )
  const forget = db.prepare(
    `DELETE FROM event WHERE routed = 1 AND position <= (SELECT max(position) FROM event) - ${EVENTS_KEPT}
     AND NOT EXISTS (SELECT 1 FROM delivery WHERE event = position)`,
  )

  const count = db.prepare('SELECT count(*) AS n FROM event')

  return {
    /** Writes the deliveries of events that have none yet. False: there was nothing to route. */
    route: (targetsOf: (event: AcceptedEvent) => readonly string[], now: Instant): boolean => {
      const rows = unrouted.all() as { readonly position: number; readonly body: string }[]
      if (rows.length === 0) return false
      inTransaction(db, () => {
        for (const { position, body } of rows) {
          for (const target of targetsOf(JSON.parse(body) as AcceptedEvent)) insert.run(position, target, now)
          routed.run(position)
        }
      })
      return true
    },
    /** Writes an event for one target alone. Called within a transaction of the caller's. */
    address: (event: AcceptedEvent, target: string, now: Instant): void => {
      insert.run(insertEvent.run(JSON.stringify(event)).lastInsertRowid, target, now)
    },
    due: (now: Instant, most: number): readonly Delivery[] =>
      (due.all(now, most) as { id: number; target: string; tries: number; body: string }[]).map(
        ({ body, ...delivery }) => ({ ...delivery, event: JSON.parse(body) as AcceptedEvent }),
      ),
    nextDue: (): Instant | undefined => (next.get()?.['due'] as Instant | null) ?? undefined,
    succeeded: (id: number): void => void remove.run(id),
    failed: (id: number, again: Instant | undefined, reason: string): void => {
      if (again) retry.run(again, reason, id)
      else park.run(reason, id)
    },
    /** False: it is not parked, or not there. */
    redrive: (id: number, now: Instant): boolean => redrive.run(now, id).changes === 1,
    /** Parked ones first, then those that have failed and will be tried again. */
    troubled: (): readonly WaitingDelivery[] =>
      (left.all() as (Omit<WaitingDelivery, 'parked'> & { parked: number })[]).map((row) => ({
        ...row,
        parked: row.parked === 1,
      })),
    events: (): readonly ListedEvent[] =>
      (lastEvents.all() as { position: number; body: string; left: number }[]).map((row) => ({
        position: row.position,
        event: JSON.parse(row.body) as AcceptedEvent,
        left: row.left,
      })),
    /** Events that are kept. */
    count: (): number => count.get()?.['n'] as number,
    forgetOld: (): void => void forget.run(),
  }
}
export type DeliveryTable = ReturnType<typeof deliveryTable>
