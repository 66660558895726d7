import { CreateTableCommand, DeleteTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { endpointsOf, markOf } from './endpoints.ts'
import { dynamoTables, mongoDatabase } from './index.ts'
import { leaksOf } from './leaks.ts'

const endpoints = endpointsOf(process.env)

/** A run that nobody else is: what other suites have open just now is no leak of its. */
const nobodys = (name: string) => ({ ...endpoints, run: `${name}${process.pid}` })

const createTable = (client: DynamoDBClient, TableName: string) =>
  client.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  )

test('two databases of a run are apart, and gone once disposed', async () => {
  const names: string[] = []
  {
    await using one = await mongoDatabase()
    await using other = await mongoDatabase()
    await one.db.collection<{ _id: string }>('notes').insertOne({ _id: 'here' })
    expect(await one.db.collection('notes').find().toArray()).toEqual([{ _id: 'here' }])
    expect(await other.db.collection('notes').find().toArray()).toEqual([])
    names.push(one.db.databaseName, other.db.databaseName)
    expect(await leaksOf(endpoints)).toContain(`database ${one.db.databaseName}`)
  }
  const left = await leaksOf(endpoints)
  expect(names.filter((name) => left.includes(`database ${name}`))).toEqual([])
})

test('a database is reached by its url', async () => {
  await using database = await mongoDatabase()
  expect(new URL(database.url).pathname).toBe(`/${database.db.databaseName}`)
})

test('tables are gone once disposed, and only they', async () => {
  await using other = await dynamoTables()
  await createTable(other.client, other.name('events'))
  const names: string[] = []
  {
    await using one = await dynamoTables()
    for (const table of ['events', 'views']) names.push(one.name(table))
    for (const name of names) await createTable(one.client, name)
    expect(await leaksOf(endpoints)).toEqual(expect.arrayContaining(names.map((name) => `table ${name}`)))
  }
  const left = await leaksOf(endpoints)
  expect(names.filter((name) => left.includes(`table ${name}`))).toEqual([])
  expect(left).toContain(`table ${other.name('events')}`)
})

test('what a run leaves behind is found, and nothing of other runs', async () => {
  await using mongo = await mongoDatabase()
  await using dynamo = await dynamoTables()
  const leaky = nobodys('leaky')
  const name = `${markOf(leaky.run)}left`
  await mongo.client.db(name).collection('notes').insertOne({})
  await createTable(dynamo.client, name)
  const found = await leaksOf(leaky)
  await mongo.client.db(name).dropDatabase()
  await dynamo.client.send(new DeleteTableCommand({ TableName: name }))
  expect(found).toEqual([`database ${name}`, `table ${name}`])
  expect(await leaksOf(leaky)).toEqual([])
})
