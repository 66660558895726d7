import { DatabaseSync } from 'node:sqlite'
import { busFaults } from '@awayday/bus/faults'
import { sqliteBus } from '@awayday/bus/sqlite'
import { stoppedClock } from '@awayday/clock'
import type { Process } from '@awayday/faults'
import { faultyPorts, type Ground } from '@awayday/stores/testing'
import { recordedCards } from '#adapters/plain-records/cards.ts'
import { recordedMailSecrets } from '#adapters/plain-records/mail-secrets.ts'
import { recordedSessions } from '#adapters/plain-records/sessions.ts'
import { sqliteDirectoryViews } from '#adapters/sqlite/directory-views.ts'
import { sweep } from '#application/consumers.ts'
import type { World } from '#ports/world.ts'
import { furnished, type House } from '#testing/house.ts'
import service from '../../../service.ts'

let sessions = 0

export type FaultyHouse = House & { readonly ground: Ground<World> }

/** A company in a directory whose calls of ports faults may befall. */
export const faultyHouse = async (): Promise<FaultyHouse> => {
  const { store, seenBy } = faultyPorts(service, sqliteDirectoryViews, QUESTIONS)
  const bus = sqliteBus(new DatabaseSync(':memory:'))
  const clock = stoppedClock('2026-03-02T09:00:00.000Z')

  const world = (process?: Process): World => {
    const { records, ...ports } = seenBy(process)
    return {
      clock,
      secret: 'a secret of a directory in trouble: 32 or more',
      demo: true,
      unguessable: () => `session-${++sessions}`,
      ...ports,
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

/** Indexes answer them. */
const QUESTIONS = {
  people: { index: true },
  teams: { index: true },
  departments: { index: true },
  locations: { index: true },
} as const
