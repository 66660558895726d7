import { verify } from '@awayday/contract-testing'
import { given } from '../../testing/given.ts'
import { viewRowsContract } from '../../view-rows.contract.ts'
import { inMemory } from './in-memory.ts'
import { sqliteViewRows } from './view-rows.ts'

verify('sqlite view rows', viewRowsContract, { open: inMemory((db) => sqliteViewRows(db, 'views')), given })
