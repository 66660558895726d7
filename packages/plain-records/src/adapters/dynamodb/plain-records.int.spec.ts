import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { onDynamoDb } from '@awayday/event-sourcing/dynamodb/testing'
import { plainRecordsContract } from '../../plain-records.contract.ts'
import { dynamoDbPlainRecords } from './plain-records.ts'

const server = await onDynamoDb({ records: 'records' })

verify('dynamodb plain records', plainRecordsContract, {
  open: server.open(({ client, tables }) => dynamoDbPlainRecords(client, tables.records)),
  given,
})
