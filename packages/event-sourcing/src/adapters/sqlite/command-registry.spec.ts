import { verify } from '@awayday/contract-testing'
import { commandRegistryContract } from '../../command-registry.contract.ts'
import { given } from '../../testing/given.ts'
import { sqliteCommandRegistry } from './command-registry.ts'
import { inMemory } from './in-memory.ts'

verify('sqlite command registry', commandRegistryContract, { open: inMemory(sqliteCommandRegistry), given })
