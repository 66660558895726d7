import { verify } from '@awayday/contract-testing'
import { commandsContract, lastOneRaces } from '../../commands.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbCommandRegistry } from './command-registry.ts'
import { dynamoDbEventStore } from './event-store.ts'
import { onDynamoDb } from './testing/on-server.ts'

const server = await onDynamoDb({ events: 'events', control: 'control' })

verify(
  'commands on dynamodb',
  { ...commandsContract, ...lastOneRaces(100) },
  {
    open: server.open(({ client, tables }) => ({
      events: dynamoDbEventStore(client, tables.events),
      registry: dynamoDbCommandRegistry(client, tables.control),
    })),
    given,
  },
)
