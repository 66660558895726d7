import { type Route, type RouteRow, STORE_NAMES, type StoreName, type Tenants } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { inStore, type Known } from './known.ts'

/** Where tenants live, as one process knows it. */
export type Routes = {
  /** As it was within the last five seconds: every rule of routing holds with an older one too. */
  of(tenant: TenantId): Promise<Route>
  /** As it stands. */
  now(tenant: TenantId): Promise<Route>
  /** The row that counts, which lies in its `home`; undefined for a tenant nobody has settled. */
  row(tenant: TenantId): Promise<RouteRow | undefined>
  /** The clock that says how old anything here is; it only ever goes forward. */
  readonly nowMs: () => number
}

/** How long a process goes by a route that it has looked up. Whoever takes something away waits for longer. */
export const ROUTES_FRESH_MS = 5_000

/** `newcomers`: where tenants live that no store has a row of. */
export const routesOver = (stores: Known<Tenants>, newcomers: StoreName, nowMs: () => number): Routes => {
  const seen = new Map<TenantId, { readonly route: Promise<Route>; readonly at: number }>()

  /**
   * The row that says that it counts, from one that may only point: at a home that the tenant has left since, where that store had no part
   * in the move. Of two that say so, while the home is being changed, that of the new home does.
   */
  const counting = async (
    tenant: TenantId,
    row: RouteRow,
    at: StoreName,
    asked: readonly StoreName[] = [at],
  ): Promise<RouteRow> => {
    const elsewhere = row.home !== at ? row.home : row.finishing ? row.to : undefined
    if (!elsewhere || asked.includes(elsewhere)) return row
    const there = await inStore(stores, elsewhere).route(tenant)
    if (!there || (row.home === at && there.home !== elsewhere)) return row
    return counting(tenant, there, elsewhere, [...asked, elsewhere])
  }

  const row = async (tenant: TenantId): Promise<RouteRow | undefined> => {
    for (const name of STORE_NAMES) {
      const found = await stores.get(name)?.route(tenant) // every process asks in this order, so all find the same row
      if (found) return counting(tenant, found, name)
    }
    return undefined
  }

  const now = (tenant: TenantId): Promise<Route> => {
    const route = row(tenant).then((found): Route => found ?? { home: newcomers, epoch: 0 })
    seen.set(tenant, { route, at: nowMs() })
    route.catch(() => seen.delete(tenant))
    return route
  }

  return {
    of(tenant) {
      const known = seen.get(tenant)
      return known && nowMs() - known.at < ROUTES_FRESH_MS ? known.route : now(tenant)
    },
    now,
    row,
    nowMs,
  }
}
