import { verify } from '@awayday/contract-testing'
import { type FaultsOf, faultyProcess } from '@awayday/faults'
import { inMemory } from './adapters/sqlite/in-memory.ts'
import {
  sqliteCommandRegistry,
  sqliteEventFeed,
  sqliteEventStore,
  sqliteProgress,
  sqliteTenants,
  sqliteViewRows,
} from './adapters/sqlite/index.ts'
import { commandRegistryContract } from './command-registry.contract.ts'
import { commandsContract } from './commands.contract.ts'
import { eventFeedContract } from './event-feed.contract.ts'
import { eventStoreContract } from './event-store.contract.ts'
import { progressContract } from './progress.contract.ts'
import { tenantsContract } from './tenants.contract.ts'
import {
  eventStoreFaults,
  faultyFeed,
  progressFaults,
  registryFaults,
  tenantsFaults,
  viewRowsFaults,
} from './testing/faults.ts'
import { given } from './testing/given.ts'
import { viewRowsContract } from './view-rows.contract.ts'

/** A port whose faults are never told to strike. */
const quiet = <Port extends object>(port: Port, faults: FaultsOf<Port>): Port =>
  faultyProcess().through('port', port, faults)

verify('an event store that faults may befall, when quiet', eventStoreContract, {
  open: inMemory((db) => quiet(sqliteEventStore(db), eventStoreFaults)),
  given,
})
verify('an event feed that faults may befall, when quiet', eventFeedContract, {
  open: inMemory((db) => ({ events: sqliteEventStore(db), feed: faultyFeed(faultyProcess(), sqliteEventFeed(db)) })),
  given,
})
verify('progress that faults may befall, when quiet', progressContract, {
  open: inMemory((db) => quiet(sqliteProgress(db), progressFaults)),
  given,
})
verify('view rows that faults may befall, when quiet', viewRowsContract, {
  open: inMemory((db) => quiet(sqliteViewRows(db, 'views'), viewRowsFaults)),
  given,
})
verify('tenants that faults may befall, when quiet', tenantsContract, {
  open: inMemory((db) => quiet(sqliteTenants(db), tenantsFaults)),
  given,
})
verify('a command registry that faults may befall, when quiet', commandRegistryContract, {
  open: inMemory((db) => quiet(sqliteCommandRegistry(db), registryFaults)),
  given,
})
verify('commands on ports that faults may befall, when quiet', commandsContract, {
  open: inMemory((db) => ({
    events: quiet(sqliteEventStore(db), eventStoreFaults),
    registry: quiet(sqliteCommandRegistry(db), registryFaults),
  })),
  given,
})
