import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LocalBus } from '@awayday/bus/sqlite'

/**
 * The bus's file, opened for what the host notes about it. Without a sync at every commit: the end of the process loses
 * nothing, and what a power cut takes back (a delivery made, a schedule run) is done again. The bus's own connection syncs.
 */
export const openHostDatabase = (bus: LocalBus, dataDir: string): DatabaseSync => {
  if (dataDir === ':memory:') return bus.db
  const db = new DatabaseSync(join(dataDir, 'host.sqlite'))
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  return db
}
