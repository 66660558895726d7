import { verify } from '@awayday/contract-testing'
import { tenantsContract } from '../../tenants.contract.ts'
import { given } from '../../testing/given.ts'
import { inMemory } from './in-memory.ts'
import { sqliteTenants } from './tenants.ts'

verify('sqlite tenants', tenantsContract, { open: inMemory(sqliteTenants), given })
