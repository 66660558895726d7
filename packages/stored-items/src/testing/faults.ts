import { StoreUnavailable } from '@awayday/event-sourcing'
import type { FaultsOf } from '@awayday/faults'
import type { StoredItems } from '../stored-items.port.ts'

/** Of a bulk write a part may be there. In between comes another mover, or a follower of a seal, with the very same. */
export const storedItemsFaults: FaultsOf<StoredItems> = {
  trouble: (what) => new StoreUnavailable(what),
  calls: {
    tenants: { each: true },
    pages: { each: true },
    get: {},
    load: { part: (part, tenant, collection, items) => [tenant, collection, part(items)] },
    copy: {
      // In version order: what is there of a stream has no gap.
      part: (part, tenant, collection, items) => [tenant, collection, items.slice(0, part(items).length)],
      conflict: (stored, tenant, collection, items) => stored.copy(tenant, collection, items),
    },
    replace: { part: (part, tenant, collection, items) => [tenant, collection, part(items)] },
    remove: { part: (part, tenant, collection, keys) => [tenant, collection, part(keys)] },
  },
}
