import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { storedItemsContract } from '../../stored-items.contract.ts'
import { onSqlite } from '../../testing/on-sqlite.ts'

verify('sqlite stored items', storedItemsContract, { open: onSqlite, given })
