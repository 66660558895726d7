import { DatabaseSync } from 'node:sqlite'
import { busFaults } from '@awayday/bus/faults'
import { sqliteBus } from '@awayday/bus/sqlite'
import { stoppedClock } from '@awayday/clock'
import { StoreUnavailable } from '@awayday/event-sourcing'
import type { FaultsOf, Process } from '@awayday/faults'
import { createSqliteTables, openSqlite } from '@awayday/stores/sqlite'
import { type Ground, throughFaults } from '@awayday/stores/testing'
import { recordedDocuments } from '#adapters/plain-records/documents.ts'
import { recordedNotes } from '#adapters/plain-records/notes.ts'
import { sqliteLeaveViews } from '#adapters/sqlite/leave-views.ts'
import { sweep } from '#application/consumers.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'
import type { World } from '#ports/world.ts'
import { furnished, type Office } from '#testing/office.ts'
import service from '../../../service.ts'

export type FaultyOffice = Office & { readonly ground: Ground<World> }

/** An office whose calls of ports faults may befall. */
export const faultyOffice = async (): Promise<FaultyOffice> => {
  const store = opened()
  const bus = sqliteBus(new DatabaseSync(':memory:'))
  const clock = stoppedClock('2026-05-04T08:00:00.000Z')
  const [views, behind] = [sqliteLeaveViews(store.db), sqliteLeaveViews(opened().db)]

  const documents = recordedDocuments(store.records)

  const world = (process?: Process): World => {
    const {
      events,
      registry,
      tenants,
      progress,
      records,
      views: rowsOf,
    } = process ? throughFaults(process, store) : store
    return {
      clock,
      secret: 'a secret of an office in trouble: 32 or more',
      home: store.name,
      store: events,
      registry,
      tenants,
      followed: [
        { name: store.name, store: events, progress, rows: rowsOf('views'), tenants, isRead: async () => true },
      ],
      views: process ? process.through('views', views, viewFaults, behind) : views,
      notes: recordedNotes(records),
      documents: process ? recordedDocuments(records) : documents, // which a process reads and parses anew
      publicHolidays: { of: async () => [], regions: async () => [] },
      bus: process ? process.through('bus', bus, busFaults) : bus,
    }
  }
  const office = await furnished(world(), clock, 'acme')
  const consumers = ['project', 'publish', 'deputies', 'apply-settings']
  return { ...office, ground: { store, bus: bus.db, clock, tenant: office.tenant, world, sweep, consumers } }
}

const opened = () => {
  const store = openSqlite(':memory:')
  createSqliteTables(store.db, service)
  return store
}

const viewFaults: FaultsOf<LeaveViews> = {
  trouble: (what) => new StoreUnavailable(what),
  calls: { awayBetween: { index: true }, waitingFor: { index: true }, waiting: { index: true } },
}
