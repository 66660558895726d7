import { verify } from '@awayday/contract-testing'
import { dynamoTables } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createDynamoDbTable, dynamoDbViewRows } from '@awayday/event-sourcing/dynamodb'
import type { TenantId } from '@awayday/kernel'
import { dynamoDbPaths } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { directoryViewsContract } from '#ports/directory-views.contract.ts'
import { dynamoDbDirectoryViews } from './directory-views.ts'

verify('dynamodb directory views', directoryViewsContract, {
  open: async () => {
    const tables = await dynamoTables()
    const table = tables.name('views')
    await createDynamoDbTable(tables.client, table, 'views')
    const rows = dynamoDbViewRows(tables.client, table)
    const close = () => tables[Symbol.asyncDispose]()
    return { rows, ...dynamoDbDirectoryViews(tables.client, table), [Symbol.asyncDispose]: close }
  },
  given,
})

test('every question is one range of keys', async () => {
  await using tables = await dynamoTables()
  await createDynamoDbTable(tables.client, tables.name('views'), 'views')
  const views = dynamoDbDirectoryViews(tables.client, tables.name('views'))
  const tenant = 'acme' as TenantId
  const paths = await dynamoDbPaths(tables.client, async () => {
    await views.people(tenant)
    await views.teams(tenant)
    await views.departments(tenant)
    await views.locations(tenant)
  })
  const range = { command: 'QueryCommand', keys: 'pk = :pk AND begins_with(sk, :prefix)' }
  expect(paths).toEqual(Array(4).fill(range))
})
