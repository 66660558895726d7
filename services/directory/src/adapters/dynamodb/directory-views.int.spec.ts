import { verify } from '@awayday/contract-testing'
import { dynamoTables } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { createDynamoDbTable, dynamoDbViewRows } from '@awayday/event-sourcing/dynamodb'
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
