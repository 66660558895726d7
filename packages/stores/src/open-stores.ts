import { setTimeout as sleep } from 'node:timers/promises'
import { processClock } from '@awayday/clock'
import {
  type CommandRegistry,
  type EventStore,
  type FollowedStore,
  STORE_NAMES,
  type StoreName,
  type Tenants,
} from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import {
  carry,
  placeIn,
  type Routes,
  routedCommandRegistry,
  routedEventStore,
  routedPlainRecords,
  routedTenants,
  routesOver,
  type ShadowReads,
  shadowReads,
} from '@awayday/routing'
import { openStore } from './open-store.ts'
import type { OpenStore } from './store.ts'

/** A service's storage: one store, or several while companies move between them. */
export type OpenStores = AsyncDisposable & {
  /** Where new companies live. */
  readonly home: StoreName
  /** Each store by itself, home first. */
  readonly all: readonly [OpenStore, ...OpenStore[]]
  readonly routes: Routes
  /** Compares reads of views, where a move asks for it. */
  readonly shadows: ShadowReads
  readonly events: EventStore
  readonly registry: CommandRegistry
  readonly tenants: Pick<Tenants, 'settle' | 'all'>
  readonly records: PlainRecords
  /** The same stores, for who follows them and keeps the rows of that view table. */
  readonly followed: (views: string) => readonly [FollowedStore, ...FollowedStore[]]
}

/** The stores that the environment names: `AWAYDAY_STORE`, and those of `AWAYDAY_OTHER_STORES`, divided by commas. */
export const openStores = async (env: NodeJS.ProcessEnv, service: string): Promise<OpenStores> => {
  const first = await openStore(env, service)
  const others = await Promise.all(
    otherStores(env, first.name).map((name) => openStore({ ...env, AWAYDAY_STORE: name }, service)),
  )
  const all = [first, ...others] as const
  const each = <Port>(port: (store: OpenStore) => Port) => new Map(all.map((store) => [store.name, port(store)]))
  const events = each((store) => store.events)
  const tenants = each((store) => store.tenants)
  const routes = routesOver(tenants, first.name, nowMs)
  const records = each((store) => store.records)
  const followed = (store: OpenStore, views: string): FollowedStore => ({
    name: store.name,
    store: store.events,
    progress: store.progress,
    rows: store.views(views),
    tenants: store.tenants,
    ...(others.length > 0 && { place: placeIn(store, routes), carry: carry(store.name, events, routes) }),
    isRead: async (tenant) => others.length === 0 || isRead(store.name, routes, tenant),
  })
  return {
    home: first.name,
    all,
    routes,
    shadows: shadowReads({ records, process: processName(), nowMs, pause: resting }),
    events: routedEventStore({ stores: events, routes, clock: processClock }),
    registry: routedCommandRegistry(
      each((store) => store.registry),
      routes,
    ),
    tenants: routedTenants(tenants, routes),
    records: routedPlainRecords({ stores: records, routes }),
    followed: (views) => [followed(first, views), ...others.map((store) => followed(store, views))],
    [Symbol.asyncDispose]: async () => {
      for (const store of all) await store[Symbol.asyncDispose]()
    },
  }
}

/** Under an announced move both are looked at: processes learn at different moments that the one is read and no longer the other. */
const isRead = async (here: StoreName, routes: Routes, tenant: TenantId): Promise<boolean> => {
  const { home, to, reads = home } = await routes.of(tenant)
  return here === reads || here === to
}

const otherStores = ({ AWAYDAY_OTHER_STORES = '' }: NodeJS.ProcessEnv, home: StoreName): readonly StoreName[] => {
  const named = AWAYDAY_OTHER_STORES.split(',').flatMap((name) => name.trim() || [])
  const unknown = named.filter((name) => !STORE_NAMES.some((known) => known === name))
  if (unknown.length > 0)
    throw new Error(`AWAYDAY_OTHER_STORES names ${unknown.join(', ')}; there are ${STORE_NAMES.join(', ')}`)
  return STORE_NAMES.filter((name) => named.includes(name) && name !== home)
}

/** No other process that lives at the same time has this name. */
const processName = (): string => `${process.pid}-${process.hrtime.bigint()}`

/** Not `performance`, which loads ten modules of Node's at every cold start. */
const nowMs = (): number => Number(process.hrtime.bigint()) / 1_000_000

/** Keeps no process alive. */
const resting = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false })
