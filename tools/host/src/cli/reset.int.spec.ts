import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { controlTable, defineService, eventTable, recordTable, viewTable } from '@awayday/manifest'
import { createTables, openStore } from '@awayday/stores'
import { ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reset } from './reset.ts'

const tables = { control: controlTable(), events: eventTable(), records: recordTable(), views: viewTable() }
const service = defineService({ name: 'leave', root: import.meta.url, functions: {}, tables })

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'awayday-reset-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('a reset of SQLite removes the files that the product knows, and no others', async () => {
  for (const file of ['leave.sqlite', 'leave.sqlite-wal', 'host.sqlite', 'log.jsonl', 'secret', 'mine.sqlite'])
    writeFileSync(join(dataDir, file), '')
  await reset([service], dataDir, { AWAYDAY_STORE: 'sqlite' })
  const left = ['leave.sqlite', 'leave.sqlite-wal', 'host.sqlite', 'log.jsonl', 'secret', 'mine.sqlite']
  expect(left.filter((file) => existsSync(join(dataDir, file)))).toEqual(['secret', 'mine.sqlite'])
})

test('a reset of MongoDB drops the product’s collections, and no others', async () => {
  await using database = await mongoDatabase()
  await database.db.createCollection('mine')
  const env = { AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: database.url, AWAYDAY_DATA_DIR: dataDir }
  {
    await using store = await openStore(env, 'leave')
    await createTables(store, service)
  }
  const names = async () => (await database.db.listCollections().toArray()).map(({ name }) => name).toSorted()
  expect(await names()).toEqual(['leave_control', 'leave_events', 'leave_records', 'leave_views', 'mine'])
  await reset([service], dataDir, env)
  expect(await names()).toEqual(['mine'])
  await reset([service], dataDir, env) // where there is nothing, too
})

test('a reset of DynamoDB deletes the product’s tables, and no others', async () => {
  await using room = await dynamoTables()
  const env = {
    AWAYDAY_STORE: 'dynamodb',
    AWAYDAY_DYNAMODB_ENDPOINT: room.endpoint,
    AWAYDAY_TABLE_PREFIX: room.prefix,
    AWAYDAY_DATA_DIR: dataDir,
  }
  const other = defineService({ ...service, name: 'other' })
  for (const each of [service, other]) {
    await using store = await openStore(env, each.name)
    await createTables(store, each)
  }
  const names = async () =>
    ((await room.client.send(new ListTablesCommand())).TableNames ?? []).filter((name) => name.startsWith(room.prefix))
  await reset([service], dataDir, env)
  expect(await names()).toEqual(['control', 'events', 'records', 'views'].map((table) => room.name(`other-${table}`)))
  await reset([service], dataDir, env)
})
