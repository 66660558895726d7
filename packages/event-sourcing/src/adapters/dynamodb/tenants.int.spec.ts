import { verify } from '@awayday/contract-testing'
import { tenantsContract } from '../../tenants.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbTenants } from './tenants.ts'
import { onDynamoDb } from './testing/on-server.ts'

const server = await onDynamoDb({ control: 'control' })

verify('dynamodb tenants', tenantsContract, {
  open: server.open(({ client, tables }) => dynamoDbTenants(client, tables.control)),
  given,
})
