import { randomBytes } from 'node:crypto'
import { openBus } from '@awayday/bus'
import { type Clock, processClock } from '@awayday/clock'
import { unreachable } from '@awayday/kernel'
import { type OpenStore, openStores, viewsOver } from '@awayday/stores'
import { recordedCards } from '#adapters/plain-records/cards.ts'
import { recordedMailSecrets } from '#adapters/plain-records/mail-secrets.ts'
import { recordedSessions } from '#adapters/plain-records/sessions.ts'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import type { World } from '#ports/world.ts'
import { configurationOf } from './configuration.ts'

/** What this service's functions pass on, in their words. */
export type DirectoryWorld = World

/** `clock`: for a history written after the fact, and for tests; the process's own otherwise. */
export const compose = async (
  env: NodeJS.ProcessEnv,
  { clock = processClock }: { readonly clock?: Clock } = {},
): Promise<World> => {
  const { secret, demo } = configurationOf(env)
  const [stores, bus] = await Promise.all([openStores(env, 'directory'), openBus(env)])
  return {
    clock,
    secret,
    demo,
    unguessable,
    home: stores.home,
    store: stores.events,
    registry: stores.registry,
    tenants: stores.tenants,
    followed: stores.followed('views'),
    views: await viewsOver(env, stores, 'views', (store) => viewsIn(env, store)),
    cards: recordedCards(stores.records),
    sessions: recordedSessions(stores.records),
    mailSecrets: recordedMailSecrets(stores.records, unguessable),
    bus,
  }
}

const unguessable = (): string => randomBytes(32).toString('base64url')

const viewsIn = async ({ AWAYDAY_METER }: NodeJS.ProcessEnv, store: OpenStore): Promise<DirectoryViews> => {
  const through = AWAYDAY_METER === 'estimate' ? await estimated() : undefined
  switch (store.name) {
    case 'sqlite': {
      const { sqliteDirectoryViews } = await import('#adapters/sqlite/directory-views.ts')
      return sqliteDirectoryViews(store.db, through)
    }
    case 'mongodb': {
      const { mongoDirectoryViews } = await import('#adapters/mongodb/directory-views.ts')
      return mongoDirectoryViews(store.db, store.collection('views'), through)
    }
    case 'dynamodb': {
      const { dynamoDbDirectoryViews } = await import('#adapters/dynamodb/directory-views.ts')
      return dynamoDbDirectoryViews(store.client, store.table('views')) // whose client reports what it did cost
    }
    default:
      return unreachable(store)
  }
}

/** Reads tell the meter what they would have cost on DynamoDB. */
const estimated = async () => (await import('#adapters/dynamodb/estimated-rows.ts')).estimatedDirectoryRows
