import { verify } from '@awayday/contract-testing'
import { progressContract } from '../../progress.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbProgress } from './progress.ts'
import { onDynamoDb } from './testing/on-server.ts'

const server = await onDynamoDb({ control: 'control' })

verify('dynamodb progress', progressContract, {
  open: server.open(({ client, tables }) => dynamoDbProgress(client, tables.control)),
  given,
})
