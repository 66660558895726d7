import { verify } from '@awayday/contract-testing'
import { controlTable } from '@awayday/manifest'
import { tenantsContract } from '../../tenants.contract.ts'
import { given } from '../../testing/given.ts'
import { mongoTenants } from './tenants.ts'
import { onMongoDb } from './testing/on-server.ts'

const server = await onMongoDb({ control: controlTable() })

verify('mongodb tenants', tenantsContract, { open: server.open((db) => mongoTenants(db, 'control')), given })
