import { DatabaseSync } from 'node:sqlite'
import { busFaults } from '@awayday/bus/faults'
import { sqliteBus } from '@awayday/bus/sqlite'
import { stoppedClock } from '@awayday/clock'
import { StoreUnavailable } from '@awayday/event-sourcing'
import type { FaultsOf, Process } from '@awayday/faults'
import { createSqliteTables, openSqlite } from '@awayday/stores/sqlite'
import { type Ground, throughFaults } from '@awayday/stores/testing'
import { recordedCards } from '#adapters/plain-records/cards.ts'
import { recordedMailSecrets } from '#adapters/plain-records/mail-secrets.ts'
import { recordedSessions } from '#adapters/plain-records/sessions.ts'
import { sqliteDirectoryViews } from '#adapters/sqlite/directory-views.ts'
import { sweep } from '#application/consumers.ts'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import type { World } from '#ports/world.ts'
import { furnished, type House } from '#testing/house.ts'
import service from '../../../service.ts'

let sessions = 0

export type FaultyHouse = House & { readonly ground: Ground<World> }

/** A company in a directory whose calls of ports faults may befall. */
export const faultyHouse = async (): Promise<FaultyHouse> => {
  const store = opened()
  const bus = sqliteBus(new DatabaseSync(':memory:'))
  const clock = stoppedClock('2026-03-02T09:00:00.000Z')
  const [views, behind] = [sqliteDirectoryViews(store.db), sqliteDirectoryViews(opened().db)]

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
      secret: 'a secret of a directory in trouble: 32 or more',
      demo: true,
      unguessable: () => `session-${++sessions}`,
      home: store.name,
      store: events,
      registry,
      tenants,
      followed: [
        { name: store.name, store: events, progress, rows: rowsOf('views'), tenants, isRead: async () => true },
      ],
      views: process ? process.through('views', views, viewFaults, behind) : views,
      cards: recordedCards(records),
      sessions: recordedSessions(records),
      mailSecrets: recordedMailSecrets(records, () => 'the secret of a company'),
      bus: process ? process.through('bus', bus, busFaults) : bus,
    }
  }
  const house = await furnished(world(), clock, 'acme')
  const ground = { store, bus: bus.db, clock, tenant: house.tenant, world, sweep, consumers: ['project', 'publish'] }
  return { ...house, ground }
}

const opened = () => {
  const store = openSqlite(':memory:')
  createSqliteTables(store.db, service)
  return store
}

const viewFaults: FaultsOf<DirectoryViews> = {
  trouble: (what) => new StoreUnavailable(what),
  calls: { people: { index: true }, teams: { index: true }, departments: { index: true }, locations: { index: true } },
}
