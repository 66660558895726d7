import { verify } from '@awayday/contract-testing'
import { dynamoTables } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createDynamoDbTable, dynamoDbViewRows } from '@awayday/event-sourcing/dynamodb'
import type { LocalDate, PersonId, TenantId } from '@awayday/kernel'
import { dynamoDbPaths } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { leaveViewsContract } from '#ports/leave-views.contract.ts'
import { dynamoDbLeaveViews } from './leave-views.ts'

verify('dynamodb leave views', leaveViewsContract, {
  open: async () => {
    const tables = await dynamoTables()
    const table = tables.name('views')
    await createDynamoDbTable(tables.client, table, 'views')
    const rows = dynamoDbViewRows(tables.client, table)
    const close = () => tables[Symbol.asyncDispose]()
    return { rows, ...dynamoDbLeaveViews(tables.client, table), [Symbol.asyncDispose]: close }
  },
  given,
})

test('every question is one range of keys, of which tombstones alone are left out', async () => {
  await using tables = await dynamoTables()
  await createDynamoDbTable(tables.client, tables.name('views'), 'views')
  const views = dynamoDbLeaveViews(tables.client, tables.name('views'))
  const tenant = 'acme' as TenantId
  const paths = await dynamoDbPaths(tables.client, async () => {
    await views.awayBetween(tenant, 'design', '2026-06-01' as LocalDate, '2026-06-30' as LocalDate)
    await views.waitingFor(tenant, 'ben' as PersonId)
    await views.waiting(tenant)
  })
  const range = {
    command: 'QueryCommand',
    keys: 'pk = :pk AND sk BETWEEN :from AND :to',
    filter: 'attribute_exists(body)',
  }
  expect(paths).toEqual([range, range, range])
})
