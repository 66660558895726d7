import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'
import { sqliteProgress } from './progress.ts'
import { sqliteViewRows } from './view-rows.ts'

/** What the law of feeds needs, over a database of its own. */
export const feedsInMemory = inMemory((db) => ({
  events: sqliteEventStore(db),
  progress: sqliteProgress(db),
  rows: sqliteViewRows(db, 'live'),
  rebuilt: sqliteViewRows(db, 'rebuilt'),
}))
