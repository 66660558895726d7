import { verify } from '@awayday/contract-testing'
import { commandRegistryContract } from '../../../command-registry.contract.ts'
import { eventStoreContract } from '../../../event-store.contract.ts'
import { progressContract } from '../../../progress.contract.ts'
import { tenantsContract } from '../../../tenants.contract.ts'
import { given } from '../../../testing/given.ts'
import { viewRowsContract } from '../../../view-rows.contract.ts'
import { sqliteCommandRegistry } from '../../sqlite/command-registry.ts'
import { sqliteEventStore } from '../../sqlite/event-store.ts'
import { inMemory } from '../../sqlite/in-memory.ts'
import { sqliteProgress } from '../../sqlite/progress.ts'
import { sqliteTenants } from '../../sqlite/tenants.ts'
import { sqliteViewRows } from '../../sqlite/view-rows.ts'
import {
  estimatedCommandRegistry,
  estimatedEventStore,
  estimatedProgress,
  estimatedTenants,
  estimatedViewRows,
} from './index.ts'

verify('an event store whose cost is estimated', eventStoreContract, {
  open: inMemory((db) => estimatedEventStore(sqliteEventStore(db))),
  given,
})
verify('progress whose cost is estimated', progressContract, {
  open: inMemory((db) => estimatedProgress(sqliteProgress(db))),
  given,
})
verify('a registry whose cost is estimated', commandRegistryContract, {
  open: inMemory((db) => estimatedCommandRegistry(sqliteCommandRegistry(db))),
  given,
})
verify('tenants whose cost is estimated', tenantsContract, {
  open: inMemory((db) => estimatedTenants(sqliteTenants(db))),
  given,
})
verify('view rows whose cost is estimated', viewRowsContract, {
  open: inMemory((db) => estimatedViewRows(sqliteViewRows(db, 'views'))),
  given,
})
