import { verify } from '@awayday/contract-testing'
import { feedLaw } from '../../feed-law.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbEventStore } from './event-store.ts'
import { dynamoDbProgress } from './progress.ts'
import { onDynamoDb } from './testing/on-server.ts'
import { dynamoDbViewRows } from './view-rows.ts'

const server = await onDynamoDb({ events: 'events', control: 'control', live: 'views', rebuilt: 'views' })

verify('feeds and projections on dynamodb', feedLaw({ numRuns: 8 }), {
  open: server.open(({ client, tables }) => ({
    events: dynamoDbEventStore(client, tables.events),
    progress: dynamoDbProgress(client, tables.control),
    rows: dynamoDbViewRows(client, tables.live),
    rebuilt: dynamoDbViewRows(client, tables.rebuilt),
  })),
  given,
})
