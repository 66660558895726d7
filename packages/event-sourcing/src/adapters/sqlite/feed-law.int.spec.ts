import { verify } from '@awayday/contract-testing'
import { feedLaw } from '../../feed-law.contract.ts'
import { given } from '../../testing/given.ts'
import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'
import { sqliteProgress } from './progress.ts'
import { sqliteViewRows } from './view-rows.ts'

/** The same law as in the spec, over more histories than a save should wait for. */
verify('feeds and projections on sqlite, at length', feedLaw({ numRuns: 500 }), {
  open: inMemory((db) => ({
    events: sqliteEventStore(db),
    progress: sqliteProgress(db),
    rows: sqliteViewRows(db, 'live'),
    rebuilt: sqliteViewRows(db, 'rebuilt'),
  })),
  given,
})
