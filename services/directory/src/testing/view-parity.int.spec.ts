import { howOften } from '@awayday/contract-testing'
import { openSqlite } from '@awayday/stores/sqlite'
import { parity } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { dynamoDbDirectoryViews } from '#adapters/dynamodb/directory-views.ts'
import { mongoDirectoryViews } from '#adapters/mongodb/directory-views.ts'
import { sqliteDirectoryViews } from '#adapters/sqlite/directory-views.ts'
import { onDynamoDb, onMongoDb } from './stores.ts'
import { tellingViews, viewCalls } from './view-calls.ts'

const LISTS = howOften(15, 150, 500)

test(`${LISTS} lists of rows and questions are answered alike by all views of a directory`, {
  timeout: 1_200_000,
}, async () => {
  await using sqlite = openSqlite(':memory:')
  await using onMongo = await onMongoDb()
  await using onDynamo = await onDynamoDb()
  const [mongodb, dynamodb] = [onMongo.store, onDynamo.store]
  if (mongodb.name !== 'mongodb' || dynamodb.name !== 'dynamodb') throw new Error('not the stores that were asked for')
  const rows = { sqlite: sqlite.views('views'), mongodb: mongodb.views('views'), dynamodb: dynamodb.views('views') }
  const stores = {
    sqlite: { name: 'sqlite', rows: rows.sqlite, views: sqliteDirectoryViews(sqlite.db) },
    mongodb: {
      name: 'mongodb',
      rows: rows.mongodb,
      views: mongoDirectoryViews(mongodb.db, mongodb.collection('views')),
    },
    dynamodb: {
      name: 'dynamodb',
      rows: rows.dynamodb,
      views: dynamoDbDirectoryViews(dynamodb.client, dynamodb.table('views')),
    },
  }
  const cases = await parity(stores, viewCalls, tellingViews('v'), { numRuns: LISTS })
  expect(cases).toMatchObject({ 'people: some': expect.any(Number), 'teams: some': expect.any(Number) })
})
