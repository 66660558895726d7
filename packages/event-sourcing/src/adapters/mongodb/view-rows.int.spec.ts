import { verify } from '@awayday/contract-testing'
import { viewTable } from '@awayday/manifest'
import { given } from '../../testing/given.ts'
import { viewRowsContract } from '../../view-rows.contract.ts'
import { onMongoDb } from './testing/on-server.ts'
import { mongoViewRows } from './view-rows.ts'

const server = await onMongoDb({ views: viewTable() })

verify('mongodb view rows', viewRowsContract, { open: server.open((db) => mongoViewRows(db, 'views')), given })
