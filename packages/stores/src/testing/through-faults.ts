import {
  eventStoreFaults,
  faultyFeed,
  progressFaults,
  registryFaults,
  tenantsFaults,
  viewRowsFaults,
} from '@awayday/event-sourcing/faults'
import type { Process } from '@awayday/faults'
import { plainRecordsFaults } from '@awayday/plain-records/faults'
import type { OpenStore } from '../store.ts'

/** The ports of a store as a process sees them. `name`: of the store, where a process works with several. */
export const throughFaults = (
  process: Process,
  store: Omit<OpenStore, 'name' | typeof Symbol.asyncDispose>,
  name = '',
): Pick<OpenStore, 'events' | 'feed' | 'progress' | 'registry' | 'tenants' | 'records' | 'views'> => ({
  events: process.through(`${name}events`, store.events, eventStoreFaults),
  feed: faultyFeed(process, store.feed),
  progress: process.through(`${name}progress`, store.progress, progressFaults),
  registry: process.through(`${name}registry`, store.registry, registryFaults),
  tenants: process.through(`${name}tenants`, store.tenants, tenantsFaults),
  records: process.through(`${name}records`, store.records, plainRecordsFaults),
  views: (table) => process.through(`${name}${table}`, store.views(table), viewRowsFaults),
})
