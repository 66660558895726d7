import { verify } from '@awayday/contract-testing'
import { controlTable, eventTable } from '@awayday/manifest'
import { commandsContract, lastOneRaces } from '../../commands.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoCommandRegistry } from './command-registry.ts'
import { mongoEventStore } from './event-store.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ events: eventTable(), control: controlTable() })

verify(
  'commands on mongodb',
  { ...commandsContract, ...lastOneRaces(100) },
  {
    open: server.open((db) => ({
      events: mongoEventStore(db, 'events'),
      registry: mongoCommandRegistry(db, 'control'),
    })),
    given,
  },
)
