import { verify } from '@awayday/contract-testing'
import { given } from '../../testing/given.ts'
import { viewRowsContract } from '../../view-rows.contract.ts'
import { onDynamoDb } from './testing/on-server.ts'
import { dynamoDbViewRows } from './view-rows.ts'

const server = await onDynamoDb({ views: 'views' })

verify('dynamodb view rows', viewRowsContract, {
  open: server.open(({ client, tables }) => dynamoDbViewRows(client, tables.views)),
  given,
})
