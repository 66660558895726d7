import { verify } from '@awayday/contract-testing'
import { progressContract } from '../../progress.contract.ts'
import { given } from '../../testing/given.ts'
import { inMemory } from './in-memory.ts'
import { sqliteProgress } from './progress.ts'

verify('sqlite progress', progressContract, { open: inMemory(sqliteProgress), given })
