import { verify } from '@awayday/contract-testing'
import { eventTable } from '@awayday/manifest'
import { eventFeedContract } from '../../event-feed.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoEventFeed } from './event-feed.ts'
import { mongoEventStore } from './event-store.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ events: eventTable() })

verify('mongodb event feed', eventFeedContract, {
  open: server.open((db) => ({ events: mongoEventStore(db, 'events'), feed: mongoEventFeed(db, 'events') })),
  given,
})
