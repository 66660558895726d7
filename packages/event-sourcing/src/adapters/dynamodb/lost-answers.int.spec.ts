import { verify } from '@awayday/contract-testing'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, expect, test } from 'vitest'
import { appending } from '../../event-store-appending.contract.ts'
import { isStoreUnavailable } from '../../store-unavailable.ts'
import { given } from '../../testing/given.ts'
import { insistent } from '../../testing/insistent.ts'
import { lossyWire } from '../../testing/lossy-wire.ts'
import { dynamoDbEventStore } from './event-store.ts'
import { onDynamoDb } from './testing/on-server.ts'
import { dynamoDbViewRows } from './view-rows.ts'

const server = await onDynamoDb({ events: 'events', views: 'views' })
const { hostname, port } = new URL(server.config.endpoint)
const wire = await lossyWire(hostname, Number(port), 'DynamoDB_20120810.PutItem')
/** No retries of the SDK's own, so that every loss reaches the adapter. */
const client = new DynamoDBClient({ ...server.config, endpoint: `http://127.0.0.1:${wire.port}`, maxAttempts: 1 })
afterAll(async () => {
  client.destroy()
  await wire[Symbol.asyncDispose]()
})

verify('dynamodb event store, appended to over a wire that loses answers,', appending, {
  open: server.open(({ tables }) => insistent(dynamoDbEventStore(client, tables.events))),
  given,
})

test('answers were lost', () => expect(wire.lost()).toBeGreaterThan(20))

test('what the client itself sends again after a lost answer is not taken for somebody else’s', async () => {
  const again = new DynamoDBClient({ ...server.config, endpoint: `http://127.0.0.1:${wire.port}`, maxAttempts: 4 })
  const rows = dynamoDbViewRows(again, server.tables.views)
  const tenant = given().tenant()
  const before = wire.lost()
  for (let version = 1; version <= 30; version++) {
    const row = { id: 'leave/1', version, doc: { version } }
    expect(await rows.save(tenant, row, version === 1 ? undefined : version - 1)).toBe(true)
    expect(await rows.save(tenant, { ...row, doc: { late: version } }, version - 1)).toBe(false)
  }
  expect(wire.lost() - before).toBeGreaterThan(5)
  again.destroy()
})

test('a server that is not there is unavailable', async () => {
  const nobody = new DynamoDBClient({ ...server.config, endpoint: 'http://127.0.0.1:1', maxAttempts: 1 })
  const read = dynamoDbEventStore(nobody, 'events').read(given().stream())
  await expect(read).rejects.toSatisfy(isStoreUnavailable)
})

test('a table that is not there is unavailable', async () => {
  const read = dynamoDbEventStore(server.client, 'awayday-test-no-such-table').read(given().stream())
  await expect(read).rejects.toSatisfy(isStoreUnavailable)
})
