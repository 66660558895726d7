import { verify } from '@awayday/contract-testing'
import type { EventStore, Route } from '@awayday/event-sourcing'
import { type Given, given, severalStoresContract } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { storesNamed } from './testing/two-stores.ts'

/** Every tenant of a clause has this route from its first call on. */
const stores = (route: Route) => ({
  open: async (): Promise<EventStore & AsyncDisposable> => {
    const databases = storesNamed('sqlite', 'mongodb')
    const { events } = databases.start('sqlite')
    const routed = new Map<TenantId, Promise<void>>()
    const first = (tenant: TenantId): Promise<void> => {
      const done = routed.get(tenant) ?? databases.reroute('sqlite', tenant, route)
      routed.set(tenant, done)
      return done
    }
    const { read, append, heads } = events
    return {
      async read(stream, after) {
        await first(stream.tenant)
        return read(stream, after)
      },
      append,
      heads,
      [Symbol.asyncDispose]: async () => databases[Symbol.dispose](),
    }
  },
  given: (): Given => given(),
})

verify('several stores, a tenant that never moved', severalStoresContract, stores({ home: 'sqlite', epoch: 0 }))
verify('several stores, on the way back', severalStoresContract, stores({ home: 'sqlite', epoch: 2, to: 'sqlite' }))
verify('several stores, a tenant that has moved', severalStoresContract, stores({ home: 'mongodb', epoch: 1 }))
