import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type LocalBus, sqliteBus } from './bus.ts'

const open = new Map<string, LocalBus>()

/** The bus in a data directory's `host.sqlite`: one in a process, so that the host hears at once what a function publishes. */
export const openLocalBus = (dataDir: string): LocalBus => {
  const file = dataDir === ':memory:' ? dataDir : resolve(dataDir, 'host.sqlite')
  const known = open.get(file)
  if (known) return known
  if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(file)
  // FULL: what was accepted survives power loss, not only the end of the process.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;')
  const bus = sqliteBus(db)
  open.set(file, bus)
  return bus
}

/** Closes the file. Who publishes afterwards through a bus opened before gets `BusUnavailable`. */
export const closeLocalBus = (dataDir: string): void => {
  const file = dataDir === ':memory:' ? dataDir : resolve(dataDir, 'host.sqlite')
  open.get(file)?.db.close()
  open.delete(file)
}
