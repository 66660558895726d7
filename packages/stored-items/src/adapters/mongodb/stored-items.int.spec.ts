import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { storedItemsContract } from '../../stored-items.contract.ts'
import { onMongoDb } from '../../testing/on-servers.ts'

verify('mongodb stored items', storedItemsContract, { open: onMongoDb, given })
