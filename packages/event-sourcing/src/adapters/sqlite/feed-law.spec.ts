import { verify } from '@awayday/contract-testing'
import { feedLaw } from '../../feed-law.contract.ts'
import { given } from '../../testing/given.ts'
import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'
import { sqliteProgress } from './progress.ts'
import { sqliteViewRows } from './view-rows.ts'

verify('feeds and projections on sqlite', feedLaw({ numRuns: 60 }), {
  open: inMemory((db) => ({
    events: sqliteEventStore(db),
    progress: sqliteProgress(db),
    rows: sqliteViewRows(db, 'live'),
    rebuilt: sqliteViewRows(db, 'rebuilt'),
  })),
  given,
})
