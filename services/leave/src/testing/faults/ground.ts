import { DatabaseSync } from 'node:sqlite'
import { busFaults } from '@awayday/bus/faults'
import { sqliteBus } from '@awayday/bus/sqlite'
import { stoppedClock } from '@awayday/clock'
import type { Process } from '@awayday/faults'
import { faultyPorts, type Ground } from '@awayday/stores/testing'
import { recordedDocuments } from '#adapters/plain-records/documents.ts'
import { recordedNotes } from '#adapters/plain-records/notes.ts'
import { sqliteLeaveViews } from '#adapters/sqlite/leave-views.ts'
import { sweep } from '#application/consumers.ts'
import type { World } from '#ports/world.ts'
import { furnished, type Office } from '#testing/office.ts'
import service from '../../../service.ts'

export type FaultyOffice = Office & { readonly ground: Ground<World> }

/** An office whose calls of ports faults may befall. */
export const faultyOffice = async (): Promise<FaultyOffice> => {
  const { store, seenBy } = faultyPorts(service, sqliteLeaveViews, QUESTIONS)
  const bus = sqliteBus(new DatabaseSync(':memory:'))
  const clock = stoppedClock('2026-05-04T08:00:00.000Z')

  const documents = recordedDocuments(store.records)

  const world = (process?: Process): World => {
    const { records, ...ports } = seenBy(process)
    return {
      clock,
      secret: 'a secret of an office in trouble: 32 or more',
      ...ports,
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

/** Indexes answer them. */
const QUESTIONS = { awayBetween: { index: true }, waitingFor: { index: true }, waiting: { index: true } } as const
