import { verify } from '@awayday/contract-testing'
import { controlTable } from '@awayday/manifest'
import { commandRegistryContract } from '../../command-registry.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoCommandRegistry } from './command-registry.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ control: controlTable() })

verify('mongodb command registry', commandRegistryContract, {
  open: server.open((db) => mongoCommandRegistry(db, 'control')),
  given,
})
