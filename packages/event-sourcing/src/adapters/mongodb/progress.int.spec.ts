import { verify } from '@awayday/contract-testing'
import { controlTable } from '@awayday/manifest'
import { progressContract } from '../../progress.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoProgress } from './progress.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ control: controlTable() })

verify('mongodb progress', progressContract, { open: server.open((db) => mongoProgress(db, 'control')), given })
