import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type Bus, type BusEvent, BusUnavailable } from '../../bus.port.ts'
import { detailOf, type EventBridgeEvent, sourceOf } from '../../eventbridge-event.ts'

/** What has been accepted is on disk, and stays until the host has delivered it to every target. */
export type LocalBus = Bus & {
  /** The host keeps its deliveries in the same file, so that routing an event is one transaction. */
  readonly db: DatabaseSync
  /** Takes events that are already in EventBridge's shape. On disk when it returns. */
  accept(events: readonly AcceptedEvent[]): void
  /** Calls after events were accepted, in this process. */
  onAccepted(listener: (events: readonly AcceptedEvent[]) => void): Disposable
}

/** Ours, or any other sender's. */
export type AcceptedEvent = Omit<EventBridgeEvent, 'detail'> & { readonly detail: unknown }

/** `AUTOINCREMENT`: a plain rowid would be used again after the newest event is deleted. `routed`: its deliveries are written. */
const SCHEMA = `CREATE TABLE IF NOT EXISTS event (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL,
  routed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS event_unrouted ON event (position) WHERE routed = 0;`

export const sqliteBus = (db: DatabaseSync): LocalBus => {
  db.exec(SCHEMA)
  const insert = db.prepare('INSERT INTO event (body) VALUES (?)')
  const listeners = new Set<(events: readonly AcceptedEvent[]) => void>()

  const accept = (events: readonly AcceptedEvent[]): void => {
    if (events.length === 0) return
    try {
      db.exec('BEGIN IMMEDIATE')
      try {
        for (const event of events) insert.run(JSON.stringify(event))
        db.exec('COMMIT')
      } catch (trouble) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw trouble
      }
    } catch (cause) {
      throw new BusUnavailable('the local bus could not write', { cause })
    }
    for (const listener of listeners) listener(events)
  }

  return {
    db,
    accept,
    publish: async (events) => accept(events.map(toEvent)),
    onAccepted: (listener) => {
      listeners.add(listener)
      return { [Symbol.dispose]: () => listeners.delete(listener) }
    },
  }
}

const toEvent = (event: BusEvent): EventBridgeEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': event.type,
  source: sourceOf(event.source),
  account: LOCAL_ACCOUNT,
  time: `${event.at.slice(0, 19)}Z`,
  region: LOCAL_REGION,
  resources: [],
  detail: detailOf(event),
})

/** Stand for an account and a region where there is neither. */
export const LOCAL_ACCOUNT = '000000000000'
export const LOCAL_REGION = 'local'
