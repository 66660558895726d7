import { verify } from '@awayday/contract-testing'
import { eventStoreContract } from '../../event-store.contract.ts'
import { given } from '../../testing/given.ts'
import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'

verify('sqlite event store', eventStoreContract, { open: inMemory(sqliteEventStore), given })
