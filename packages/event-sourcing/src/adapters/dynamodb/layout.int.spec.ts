import type { Instant, TenantId } from '@awayday/kernel'
import { DescribeTableCommand, DescribeTimeToLiveCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { headAt } from '../../head.ts'
import { stream } from '../../stream.ts'
import { dynamoDbCommandRegistry } from './command-registry.ts'
import { dynamoDbEventStore } from './event-store.ts'
import { dynamoDbProgress } from './progress.ts'
import { dynamoDbTenants } from './tenants.ts'
import { onDynamoDb } from './testing/on-server.ts'
import { dynamoDbViewRows } from './view-rows.ts'

/** Moves, backups and the rights of functions rest on this. What stands here is stored at customers: it only ever grows. */
const { client, tables } = await onDynamoDb({ events: 'events', control: 'control', views: 'views' })

const acme = 'acme' as TenantId
const ana = stream(acme, 'person', 'ana')
const at = '2126-05-04T08:00:00.000Z' as Instant
const everything = async (TableName: string) => (await client.send(new ScanCommand({ TableName }))).Items

test('a record is one item, its body as it was written', async () => {
  const body = '{"at":"2026-05-04T08:00:00.000Z","command":{"id":"c1"},"zeta":[],"alpha":"🏖\\u2028"}'
  await dynamoDbEventStore(client, tables.events).append(ana, headAt('dynamodb'), { body, commandId: 'c1' })
  expect(await everything(tables.events)).toEqual([
    { pk: { S: 'acme' }, sk: { S: 'person/ana#0000000001' }, body: { S: body } },
  ])
})

test('progress, registry and tenants share the control table', async () => {
  const progress = dynamoDbProgress(client, tables.control)
  await progress.save(await progress.load(ana), { done: { project: 12 }, due: { at, tries: 1 } })
  const use = { digest: 'digest', stream: ana.name }
  await dynamoDbCommandRegistry(client, tables.control).note({ tenant: acme, actor: 'ana', key: 'k1' }, use, at)
  await dynamoDbTenants(client, tables.control).settle(acme, 'dynamodb')

  const items = (await everything(tables.control)) ?? []
  expect(items.toSorted((a, b) => ((a['sk']?.S ?? '') < (b['sk']?.S ?? '') ? -1 : 1))).toEqual([
    { pk: { S: '#tenants' }, sk: { S: 'acme' }, home: { S: 'dynamodb' }, rev: { N: '1' } },
    {
      pk: { S: 'acme' },
      sk: { S: 'progress#person/ana' },
      rev: { N: '1' },
      body: { S: '{"done":{"project":12},"due":{"at":"2126-05-04T08:00:00.000Z","tries":1}}' },
    },
    {
      pk: { S: 'acme' },
      sk: { S: 'registry#k6LbkruhWEXqyieOaMUYE4L0Qn9eSplrRfFwqivUPrk' },
      digest: { S: 'digest' },
      stream: { S: 'person/ana' },
      expires: { S: '2126-06-03T08:00:00.000Z' },
      ttl: { N: '4936147200' },
    },
  ])
})

test('a row of a view is one item, and so is its tombstone', async () => {
  const rows = dynamoDbViewRows(client, tables.views)
  await rows.save(acme, { id: 'leave/1', version: 3, doc: { zeta: 1, alpha: [2] } }, undefined)
  await rows.save(acme, { id: 'leave/2', version: 4, purgeAt: at }, undefined)
  expect(await everything(tables.views)).toEqual([
    { pk: { S: 'acme' }, sk: { S: 'leave/1' }, version: { N: '3' }, body: { S: '{"zeta":1,"alpha":[2]}' } },
    { pk: { S: 'acme' }, sk: { S: 'leave/2' }, version: { N: '4' }, purgeAt: { S: at }, ttl: { N: '4933555200' } },
  ])
})

test.each([
  ['events', { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' }, undefined],
  ['control', undefined, 'ttl'],
  ['views', undefined, 'ttl'],
] as const)('the table of %s has a stream or forgets, and no index', async (table, feed, ttl) => {
  const TableName = tables[table]
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }))
  expect(Table).toMatchObject({
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  })
  expect([Table?.LocalSecondaryIndexes, Table?.GlobalSecondaryIndexes]).toEqual([undefined, undefined])
  expect(Table?.StreamSpecification).toEqual(feed)
  expect(TimeToLiveDescription?.AttributeName).toBe(ttl)
})

test('what expires in a time of our own that has passed is kept for its days of real time', async () => {
  const rows = dynamoDbViewRows(client, tables.views)
  const tenant = 'past' as TenantId
  const daysAhead = async () => {
    const items = (await everything(tables.views)) ?? []
    const seconds = Number(items.find((item) => item['pk']?.S === tenant)?.['ttl']?.N)
    return Math.round((seconds - Date.now() / 1000) / 86_400)
  }
  await rows.save(tenant, { id: 'leave/1', version: 1, purgeAt: '2020-01-01T00:00:00.000Z' as Instant }, undefined)
  expect(await daysAhead()).toBe(7)
})
