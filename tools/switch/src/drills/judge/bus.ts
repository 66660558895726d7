import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What the local bus accepted, looked at while it runs: the host forgets what it has delivered long ago. */
export type BusWatch = {
  /** How often each message was accepted, by its id: the event's, `person/ana@7.0`. */
  readonly accepted: ReadonlyMap<string, number>
  /** Whether all that was accepted has reached everybody. */
  isQuiet(): boolean
  stop(): void
}

const EVERY_MS = 500

export const watchBus = (dataDir: string): BusWatch => {
  const db = new DatabaseSync(join(dataDir, 'host.sqlite'))
  db.exec('PRAGMA busy_timeout = 5000')
  const next = db.prepare(
    `SELECT position, body ->> '$.source' AS source, body ->> '$.detail.id' AS id FROM event WHERE position > ? ORDER BY position`,
  )
  const accepted = new Map<string, number>()
  let position = 0
  const look = (): void => {
    for (const row of next.all(position)) {
      position = Number(row['position'])
      const id = `${row['source']} ${row['id']}`
      accepted.set(id, (accepted.get(id) ?? 0) + 1)
    }
  }
  const timer = setInterval(look, EVERY_MS)
  const count = (sql: string): number => Number(db.prepare(sql).get()?.['n'])
  return {
    accepted,
    isQuiet: () =>
      count('SELECT (SELECT count(*) FROM event WHERE routed = 0) + (SELECT count(*) FROM delivery) AS n') === 0,
    stop() {
      clearInterval(timer)
      look()
      db.close()
    },
  }
}
