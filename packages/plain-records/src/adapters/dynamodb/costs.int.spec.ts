import { dynamoTables } from '@awayday/contract-testing/servers'
import { listed } from '@awayday/event-sourcing/contracts'
import { onDynamoDb, sameCosts } from '@awayday/event-sourcing/dynamodb/testing'
import { meteredClient } from '@awayday/meter/dynamodb'
import { afterAll, test } from 'vitest'
import { estimatedPlainRecords } from './estimate.ts'
import { dynamoDbPlainRecords } from './plain-records.ts'

const { client, tables } = await onDynamoDb({ records: 'records' })
const other = await dynamoTables()
afterAll(() => other[Symbol.asyncDispose]())

const costs = sameCosts({
  reported: () => dynamoDbPlainRecords(meteredClient(other.client), tables.records),
  estimated: () => estimatedPlainRecords(dynamoDbPlainRecords(client, tables.records)),
})

test(
  'the estimate for plain records is what the server reports',
  costs(async function* (records, { tenant }) {
    const put = async (rev: number, characters?: number) => {
      const data = characters === undefined ? {} : { data: { text: 'x'.repeat(characters) } }
      await records.load(tenant(), 'note', 'n1')
      await records.save(tenant(), { kind: 'note', id: 'n1', ...data }, rev)
    }
    await put(0, 10)
    yield 'a new record'
    await put(1, 9_000)
    yield 'a larger one in its place'
    await put(1, 10)
    yield 'a write that comes late'
    await put(2)
    yield 'a purge'
    for (let n = 0; n < 110; n++)
      await records.save(tenant(), { kind: 'card', id: `${n}`, data: { text: 'x'.repeat(12_000) } }, 0)
    yield 'many records'
    await listed(records.list(tenant(), 'card'))
    yield 'a listing of more than a page'
    await listed(records.list(tenant(), 'session'))
    yield 'a listing of nothing'
  }),
)
