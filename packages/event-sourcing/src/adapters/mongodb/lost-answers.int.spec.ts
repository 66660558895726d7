import { verify } from '@awayday/contract-testing'
import { eventTable } from '@awayday/manifest'
import { MongoClient } from 'mongodb'
import { afterAll, expect, test } from 'vitest'
import { appending } from '../../event-store-appending.contract.ts'
import { isStoreUnavailable } from '../../store-unavailable.ts'
import { given } from '../../testing/given.ts'
import { insistent } from '../../testing/insistent.ts'
import { lossyWire } from '../../testing/lossy-wire.ts'
import { mongoEventStore } from './event-store.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ events: eventTable() })
const { hostname, port } = new URL(server.url)
const wire = await lossyWire(hostname, Number(port || 27017), 'upsert')
/** No retries of the driver's own, so that every loss reaches the adapter. */
const client = new MongoClient(`mongodb://127.0.0.1:${wire.port}/?directConnection=true&retryWrites=false`, {
  minHeartbeatFrequencyMS: 10, // looks for a lost server at once
})
const db = client.db(server.db.databaseName)
afterAll(async () => {
  await client.close()
  await wire[Symbol.asyncDispose]()
})

verify('mongodb event store, appended to over a wire that loses answers,', appending, {
  open: server.open(() => insistent(mongoEventStore(db, 'events'))),
  given,
})

test('answers were lost', () => expect(wire.lost()).toBeGreaterThan(20))

test('a server that is not there is unavailable', async () => {
  const nobody = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 })
  const read = mongoEventStore(nobody.db('none'), 'events').read(given().stream())
  await expect(read).rejects.toSatisfy(isStoreUnavailable)
  await nobody.close()
})
