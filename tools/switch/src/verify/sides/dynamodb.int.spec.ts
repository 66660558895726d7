import { verify } from '@awayday/contract-testing'
import { dynamoTables } from '@awayday/contract-testing/servers'
import { given } from '@awayday/event-sourcing/contracts'
import { twice } from '../testing/twice.ts'
import { sideContract } from './side.contract.ts'

verify('the verifier on DynamoDB', sideContract, {
  open: async () => {
    const dynamo = await dynamoTables()
    const env = { AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint, AWAYDAY_TABLE_PREFIX: dynamo.prefix }
    return twice('dynamodb', env, () => dynamo[Symbol.asyncDispose]())
  },
  given,
})
