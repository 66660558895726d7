import { verify } from '@awayday/contract-testing'
import { dynamoTables } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createDynamoDbTable, dynamoDbViewRows } from '@awayday/event-sourcing/dynamodb'
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
