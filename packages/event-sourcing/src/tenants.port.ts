import type { Instant, TenantId } from '@awayday/kernel'
import type { StoreName } from './store-name.ts'

/** Where a tenant lives, and where it is on its way to. */
export type Route = {
  /** Where a stream's first record, and every plain record, is decided. Its own table has the row that counts; other stores' rows point here. */
  readonly home: StoreName
  /** How often a move was announced. 0: never; a stream is then where its home is. */
  readonly epoch: number
  /** A move (or, where it names home, its way back) is announced: every stream goes there. */
  readonly to?: StoreName
  /** Where views are asked, when not in home. */
  readonly reads?: StoreName
  /** Of a hundred reads of views, `percent` are asked in `store` as well, and compared; `run` tells one such comparing from the next. */
  readonly shadow?: { readonly store: StoreName; readonly percent: number; readonly run: string }
  /** When this epoch was announced. */
  readonly since?: Instant
  /** The home is being changed to `to`: no way back any more. On the new home's row, without `to`: operations by the old route may not be over yet. */
  readonly finishing?: true
  /** What the tenant left in that store is being deleted: nothing may go there until that is over. */
  readonly deleting?: StoreName
  /**
   * In any store's own row: the tenant came back after this epoch, and nothing of its earlier time here was left. What was decided here
   * until then has been told to all who act on it, and what lies here of it is a copy.
   */
  readonly anew?: number
}
/** A row as it stands; `rev` grows with every write. */
export type RouteRow = Route & { readonly rev: number }

/** The tenants a service's store knows of. */
export interface Tenants {
  /** Makes `home` the tenant's home if there is no row; answers the home that stands. */
  settle(tenant: TenantId, home: StoreName): Promise<StoreName>
  /** The row, strongly consistent. */
  route(tenant: TenantId): Promise<RouteRow | undefined>
  /** Writes the row if its `rev` is still `seen` (0: if there is none); false: somebody else wrote, load again. */
  reroute(tenant: TenantId, route: Route, seen: number): Promise<boolean>
  /** All tenants, by name. */
  all(): AsyncIterable<TenantId>
}
