import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { storedItemsContract } from '../../stored-items.contract.ts'
import { onDynamoDb } from '../../testing/on-servers.ts'

verify('dynamodb stored items', storedItemsContract, { open: onDynamoDb, given })
