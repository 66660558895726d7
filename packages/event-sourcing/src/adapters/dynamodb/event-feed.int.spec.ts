import { verify } from '@awayday/contract-testing'
import { eventFeedContract } from '../../event-feed.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbEventFeed } from './event-feed.ts'
import { dynamoDbEventStore } from './event-store.ts'
import { onDynamoDb } from './testing/on-server.ts'

const server = await onDynamoDb({ events: 'events' })

verify('dynamodb event feed', eventFeedContract, {
  open: server.open(({ client, streams, tables }) => ({
    events: dynamoDbEventStore(client, tables.events),
    feed: dynamoDbEventFeed(client, streams, tables.events),
  })),
  given,
})
