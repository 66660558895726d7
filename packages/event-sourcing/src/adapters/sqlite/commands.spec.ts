import { verify } from '@awayday/contract-testing'
import { commandsContract, lastOneRaces } from '../../commands.contract.ts'
import { given } from '../../testing/given.ts'
import { sqliteCommandRegistry } from './command-registry.ts'
import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'

verify(
  'commands on sqlite',
  { ...commandsContract, ...lastOneRaces(1_000) },
  {
    open: inMemory((db) => ({ events: sqliteEventStore(db), registry: sqliteCommandRegistry(db) })),
    given,
  },
)
