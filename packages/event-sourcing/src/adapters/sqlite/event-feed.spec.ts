import { verify } from '@awayday/contract-testing'
import { eventFeedContract } from '../../event-feed.contract.ts'
import { given } from '../../testing/given.ts'
import { sqliteEventFeed } from './event-feed.ts'
import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'

verify('sqlite event feed', eventFeedContract, {
  open: inMemory((db) => ({ events: sqliteEventStore(db), feed: sqliteEventFeed(db) })),
  given,
})
