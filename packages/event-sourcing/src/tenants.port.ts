import type { TenantId } from '@awayday/kernel'
import type { StoreName } from './head.ts'

/** The tenants a service knows, each with its home store: where a stream's first record is decided. */
export interface Tenants {
  /** Makes `home` the tenant's home if it has none; answers the home that stands. */
  settle(tenant: TenantId, home: StoreName): Promise<StoreName>
  /** All tenants, by name. */
  all(): AsyncIterable<TenantId>
}
