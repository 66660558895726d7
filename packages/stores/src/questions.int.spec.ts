import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { expect, test } from 'vitest'
import { openDynamoDb } from './dynamodb.ts'
import { createMongoTables, openMongoDb } from './mongodb.ts'
import { createDynamoDbTables } from './tables/dynamodb.ts'
import { dynamoDbPaths } from './testing/dynamodb-paths.ts'
import { everyQuestion } from './testing/every-question.ts'
import { mongoPlans } from './testing/mongo-plans.ts'
import { manifest } from './testing/three-stores.ts'

test('every question to MongoDB is answered by an index', async () => {
  await using server = await mongoDatabase()
  await using store = openMongoDb(`${server.url}?monitorCommands=true`, 'leave')
  await createMongoTables(store, manifest)
  const found = Promise.withResolvers<void>()
  const plans = await mongoPlans(store.db, async () => {
    await using _listening = store.feed.deliver(async () => {
      found.resolve()
      return []
    })
    await everyQuestion(store)
    await found.promise
  })
  expect(plans.length).toBeGreaterThan(20)
  expect(plans.filter(({ by }) => by.length === 0 || by.includes('COLLSCAN'))).toEqual([])
  expect([...new Set(plans.flatMap(({ by }) => by))].sort()).toEqual(['_id_', 'seen'])
})

test('a question that no index answers is seen', async () => {
  await using server = await mongoDatabase()
  await using store = openMongoDb(`${server.url}?monitorCommands=true`, 'leave')
  await createMongoTables(store, manifest)
  const plans = await mongoPlans(store.db, async () => {
    await store.db.collection(store.collection('events')).findOne({ body: '' })
  })
  expect(plans).toEqual([{ asked: 'leave_events {"body":""}', by: expect.arrayContaining(['COLLSCAN']) }])
})

test('every question to DynamoDB is a key or a range of keys of one partition, and nothing is read to be left out', async () => {
  await using server = await dynamoTables()
  const env = { AWAYDAY_DYNAMODB_ENDPOINT: server.endpoint, AWAYDAY_TABLE_PREFIX: server.prefix }
  await using store = openDynamoDb(env, 'leave')
  await createDynamoDbTables(store, manifest)
  const paths = await dynamoDbPaths(store.client, () => everyQuestion(store))
  expect([...new Set(paths.map(({ command }) => command))].sort()).toEqual([
    'GetItemCommand',
    'PutItemCommand',
    'QueryCommand',
  ])
  const queries = paths.filter(({ command }) => command === 'QueryCommand')
  expect(queries.length).toBeGreaterThan(5)
  expect(queries.filter(({ keys, filter }) => !keys?.startsWith('pk = ') || filter)).toEqual([])
})
