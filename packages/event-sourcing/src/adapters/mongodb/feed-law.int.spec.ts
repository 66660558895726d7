import { verify } from '@awayday/contract-testing'
import { controlTable, eventTable, viewTable } from '@awayday/manifest'
import { feedLaw } from '../../feed-law.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoEventStore } from './event-store.ts'
import { mongoProgress } from './progress.ts'
import { onMongoDb } from './testing/on-server.ts'
import { mongoViewRows } from './view-rows.ts'

const server = await onMongoDb({
  events: eventTable(),
  control: controlTable(),
  live: viewTable(),
  rebuilt: viewTable(),
})

verify('feeds and projections on mongodb', feedLaw({ numRuns: 20 }), {
  open: server.open((db) => ({
    events: mongoEventStore(db, 'events'),
    progress: mongoProgress(db, 'control'),
    rows: mongoViewRows(db, 'live'),
    rebuilt: mongoViewRows(db, 'rebuilt'),
  })),
  given,
})
