import { dynamoTables } from '@awayday/contract-testing/servers'
import type { Instant } from '@awayday/kernel'
import { itemBytes, meteredClient } from '@awayday/meter/dynamodb'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, describe, test } from 'vitest'
import { largest, manyNoted, noted } from '../../../testing/given.ts'
import { headOf, listed, whole, written } from '../../../testing/reading.ts'
import { dynamoDbCommandRegistry } from '../command-registry.ts'
import { dynamoDbEventStore } from '../event-store.ts'
import { recordItem } from '../items.ts'
import { dynamoDbProgress } from '../progress.ts'
import { dynamoDbTenants } from '../tenants.ts'
import { onDynamoDb, sameCosts } from '../testing/index.ts'
import { dynamoDbViewRows } from '../view-rows.ts'
import {
  estimatedCommandRegistry,
  estimatedEventStore,
  estimatedProgress,
  estimatedTenants,
  estimatedViewRows,
} from './index.ts'

const { client, tables } = await onDynamoDb({ events: 'events', control: 'control', views: 'views' })
const other = await dynamoTables()
afterAll(() => other[Symbol.asyncDispose]())

const portsOf = (through: DynamoDBClient) => ({
  events: dynamoDbEventStore(through, tables.events),
  progress: dynamoDbProgress(through, tables.control),
  registry: dynamoDbCommandRegistry(through, tables.control),
  tenants: dynamoDbTenants(through, tables.control),
  rows: dynamoDbViewRows(through, tables.views),
})
type Ports = ReturnType<typeof portsOf>

/** One client tells what the server reports; through the other only the estimate is told. */
const reported = portsOf(meteredClient(other.client))
const silent = portsOf(client)
const estimated = (): Ports => ({
  events: estimatedEventStore(silent.events),
  progress: estimatedProgress(silent.progress),
  registry: estimatedCommandRegistry(silent.registry),
  tenants: estimatedTenants(silent.tenants),
  rows: estimatedViewRows(silent.rows),
})

const costs = sameCosts({ reported: () => reported, estimated })

const at = '2126-05-04T08:00:00.000Z' as Instant

describe('the estimate is what the server reports for', () => {
  test(
    'appending and reading a stream',
    costs(async function* ({ events }, { stream, tenant }) {
      const id = stream()
      await whole(events, id)
      yield 'a read of nothing'
      const start = await headOf(events, id)
      yield 'the head of nothing'

      const sized = (bytes: number) => {
        const empty = itemBytes(recordItem(id, { version: 1, body: noted('sized', { data: '' }).body }))
        return noted('sized', { data: 'x'.repeat(bytes - empty) })
      }
      let head = start
      for (const record of [noted('small'), sized(1024), sized(1025), sized(4097), largest('🏖')]) {
        const appended = await events.append(id, head, record)
        if (appended.ok) head = appended.value.head
        yield `an append of ${record.body.length} characters`
      }
      await events.append(id, start, noted('small'))
      yield 'the same command again'
      await events.append(id, start, noted('other'))
      yield 'a conflict'
      await events.read(id, head)
      yield 'reading on from the end'
      await events.read(id)
      yield 'reading it all'

      for (let n = 0; n < 5; n++) head = await written(events, id, [largest(`${n}`)])
      yield 'the largest appends, each after a read'
      await events.read(id)
      yield 'reading more than a page'
      const small = tenant('-small')
      for (const name of ['b', 'a', 'c']) await written(events, stream(name, small), manyNoted(2))
      yield 'other streams'
      await listed(events.heads(small))
      yield 'the heads of small records'
      await listed(events.heads(small, stream('a').name))
      yield 'the heads of those after one'
      await listed(events.heads(tenant('-nobody')))
      yield 'the heads of nobody'
    }),
  )

  test(
    'progress',
    costs(async function* ({ progress }, { stream, tenant }) {
      const id = stream()
      const nothing = await progress.load(id)
      yield 'a load of nothing'
      await progress.save(nothing, { done: { project: 1, publish: 1 } })
      yield 'a first save'
      const seen = await progress.load(id)
      const reason = 'x'.repeat(5_000)
      await progress.save(seen, { done: { project: 2 }, parked: { publish: { version: 2, reason, at } } })
      yield 'a save of a larger item'
      await progress.save(await progress.load(id), { done: { project: 3 } })
      yield 'a load and a save of a smaller one'
      await progress.save(seen, { done: { project: 9 } })
      yield 'a save that comes late'
      for (let n = 0; n < 30; n++) await progress.save({ ...nothing, stream: stream() }, { done: { project: n } })
      yield 'other streams'
      await listed(progress.all(tenant()))
      yield 'a listing'
      await listed(progress.all(tenant('-nobody')))
      yield 'a listing of nothing'
    }),
  )

  test(
    'the registry',
    costs(async function* ({ registry }, { tenant, stream }) {
      const key = { tenant: tenant(), actor: 'ana', key: 'k1' }
      const use = { digest: 'x'.repeat(43), stream: stream().name }
      await registry.note(key, use, at)
      yield 'a first use'
      await registry.note(key, { ...use, digest: 'other' }, at)
      yield 'a second use'
    }),
  )

  test(
    'tenants',
    costs(async function* ({ tenants }, { tenant }) {
      await tenants.settle(tenant(), 'dynamodb')
      yield 'a new one'
      await tenants.settle(tenant(), 'dynamodb')
      yield 'a known one'
      await listed(tenants.all())
      yield 'a listing'
    }),
  )

  test(
    'rows of views',
    costs(async function* ({ rows }, { tenant }) {
      const put = async (version: number, seen: number | undefined, characters: number) => {
        await rows.load(tenant(), 'leave/1')
        await rows.save(tenant(), { id: 'leave/1', version, doc: { text: 'x'.repeat(characters) } }, seen)
      }
      await put(1, undefined, 10)
      yield 'a new row'
      await put(2, 1, 9_000)
      yield 'a larger one in its place'
      await put(3, 2, 10)
      yield 'a smaller one in its place'
      await put(4, 2, 10)
      yield 'a write that comes late'
      for (let n = 0; n < 110; n++)
        await rows.save(tenant(), { id: `day/${n}`, version: 1, doc: { text: 'x'.repeat(12_000) } }, undefined)
      yield 'many rows'
      await listed(rows.all(tenant()))
      yield 'a listing of more than a page'
      await rows.load(tenant(), 'leave/1')
      await rows.save(tenant(), { id: 'leave/1', version: 5, purgeAt: at }, 3)
      yield 'a tombstone'
    }),
  )
})
