import type { Clock } from '@awayday/clock'
import type { Route } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { Collection } from '@awayday/stored-items'
import { digestOfPart, type Part } from '../format/manifest.ts'
import { inOrderOfTaking, type Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import type { Chunks } from './chunks.ts'
import { keep } from './keep.ts'

/** What a backup tells while it is made. */
export type Taken = {
  readonly service: string
  readonly tenant: TenantId
  readonly collection: Collection
  readonly items: number
  readonly bytes: number
}

/** Reads all that a service keeps of a tenant, from the tenant's home. What is appended meanwhile may be in or not. */
export const takePart = async (
  place: Place,
  tenant: TenantId,
  chunks: Chunks,
  { clock, tell }: { readonly clock: Clock; readonly tell: (taken: Taken) => void },
): Promise<Part> => {
  const service = place.service.name
  const begun = clock.now()
  const route = await restingRoute(place, tenant)
  const collections = []
  for (const collection of inOrderOfTaking(place.service)) {
    const kept = await keep(place, tenant, collection, chunks)
    tell({ service, tenant, collection: kept.collection, items: kept.items, bytes: kept.bytes })
    collections.push(kept)
  }
  const after = await restingRoute(place, tenant)
  if (after.epoch !== route.epoch) throw moving(service, tenant)
  return {
    service,
    tenant,
    route,
    begun,
    ended: clock.now(),
    collections,
    sha256: digestOfPart({ service, tenant, collections }),
  }
}

/** Under an announced move the truth of a tenant lies in two stores, and a copy of one of them would lack what the other has. */
const restingRoute = async ({ service, store }: Place, tenant: TenantId): Promise<Pick<Route, 'home' | 'epoch'>> => {
  const route = await store.tenants.route(tenant)
  if (!route) throw new BackupProblem(`${tenant} is not known to ${service.name} in ${store.name}.`)
  if (route.to !== undefined) throw moving(service.name, tenant)
  if (route.home !== store.name)
    throw new BackupProblem(`${tenant}'s ${service.name} has its home in ${route.home}, not in ${store.name}.`)
  return { home: route.home, epoch: route.epoch }
}

const moving = (service: string, tenant: TenantId): BackupProblem =>
  new BackupProblem(
    `${tenant}'s ${service} is on its way to another store: finish the move or roll it back (pnpm switch status).`,
  )
