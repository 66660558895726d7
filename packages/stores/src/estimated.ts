import {
  estimatedCommandRegistry,
  estimatedEventStore,
  estimatedProgress,
  estimatedTenants,
  estimatedViewRows,
} from '@awayday/event-sourcing/dynamodb/estimate'
import { estimatedPlainRecords } from '@awayday/plain-records/dynamodb/estimate'
import type { OpenStore } from './store.ts'

/** A store whose calls tell the running meter what they would have cost on DynamoDB. */
export const estimated = <Store extends OpenStore>(store: Store): Store => ({
  ...store,
  events: estimatedEventStore(store.events),
  progress: estimatedProgress(store.progress),
  registry: estimatedCommandRegistry(store.registry),
  tenants: estimatedTenants(store.tenants),
  records: estimatedPlainRecords(store.records),
  views: (table) => estimatedViewRows(store.views(table)),
})
