import { openBus } from '@awayday/bus'
import { type Clock, processClock } from '@awayday/clock'
import { unreachable } from '@awayday/kernel'
import { type OpenStore, openStores, viewsOver } from '@awayday/stores'
import { publicHolidays } from '#adapters/holidays/public-holidays.ts'
import { recordedDocuments } from '#adapters/plain-records/documents.ts'
import { recordedNotes } from '#adapters/plain-records/notes.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'
import type { World } from '#ports/world.ts'

/** What this service's functions pass on, in their words. */
export type LeaveWorld = World

/** `clock`: for a history written after the fact, and for tests; the process's own otherwise. */
export const compose = async (
  env: NodeJS.ProcessEnv,
  { clock = processClock }: { readonly clock?: Clock } = {},
): Promise<World> => {
  const secret = secretIn(env)
  const [stores, bus] = await Promise.all([openStores(env, 'leave'), openBus(env)])
  return {
    clock,
    secret,
    home: stores.home,
    store: stores.events,
    registry: stores.registry,
    tenants: stores.tenants,
    followed: stores.followed('views'),
    views: await viewsOver(env, stores, 'views', (store) => meteredViews(env, store)),
    notes: recordedNotes(stores.records),
    documents: recordedDocuments(stores.records),
    publicHolidays,
    bus,
  }
}

/** 256 bits, were each character to carry 8. */
const SECRET_MIN = 32

const secretIn = ({ AWAYDAY_SECRET: secret = '' }: NodeJS.ProcessEnv): string => {
  if (secret.length >= SECRET_MIN) return secret
  throw new Error(
    `AWAYDAY_SECRET has ${secret.length} characters; it needs ${SECRET_MIN} or more, the same at every start`,
  )
}

/** Reads tell the meter what they would have cost on DynamoDB, whose client reports what they did cost. */
const meteredViews = async ({ AWAYDAY_METER }: NodeJS.ProcessEnv, store: OpenStore): Promise<LeaveViews> => {
  const views = await viewsIn(store)
  if (AWAYDAY_METER !== 'estimate' || store.name === 'dynamodb') return views
  return (await import('#adapters/dynamodb/estimated-views.ts')).estimatedLeaveViews(views)
}

const viewsIn = async (store: OpenStore): Promise<LeaveViews> => {
  switch (store.name) {
    case 'sqlite': {
      const { sqliteLeaveViews } = await import('#adapters/sqlite/leave-views.ts')
      return sqliteLeaveViews(store.db)
    }
    case 'mongodb': {
      const { mongoLeaveViews } = await import('#adapters/mongodb/leave-views.ts')
      return mongoLeaveViews(store.db, store.collection('views'))
    }
    case 'dynamodb': {
      const { dynamoDbLeaveViews } = await import('#adapters/dynamodb/leave-views.ts')
      return dynamoDbLeaveViews(store.client, store.table('views'))
    }
    default:
      return unreachable(store)
  }
}
