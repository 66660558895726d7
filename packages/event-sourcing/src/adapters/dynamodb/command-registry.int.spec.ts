import { verify } from '@awayday/contract-testing'
import { commandRegistryContract } from '../../command-registry.contract.ts'
import { given } from '../../testing/given.ts'
import { dynamoDbCommandRegistry } from './command-registry.ts'
import { onDynamoDb } from './testing/on-server.ts'

const server = await onDynamoDb({ control: 'control' })

verify('dynamodb command registry', commandRegistryContract, {
  open: server.open(({ client, tables }) => dynamoDbCommandRegistry(client, tables.control)),
  given,
})
