import { verify } from '@awayday/contract-testing'
import { eventStoreContract } from '../../event-store.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbEventStore } from './event-store.ts'
import { onDynamoDb } from './testing/on-server.ts'

const server = await onDynamoDb({ events: 'events' })

verify('dynamodb event store', eventStoreContract, {
  open: server.open(({ client, tables }) => dynamoDbEventStore(client, tables.events)),
  given,
})
