import { verify } from '@awayday/contract-testing'
import { eventTable } from '@awayday/manifest'
import { eventStoreContract } from '../../event-store.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoEventStore } from './event-store.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ events: eventTable() })

verify('mongodb event store', eventStoreContract, { open: server.open((db) => mongoEventStore(db, 'events')), given })
