import type { TenantId } from '@awayday/kernel'
import type { Consumer } from './consumer.ts'
import type { Runner } from './consumer-runner.ts'
import type { Appended, Failed } from './event-feed.port.ts'
import type { EventStore } from './event-store.port.ts'
import type { Place } from './place.ts'
import type { Progress } from './progress.port.ts'
import type { StoreName } from './store-name.ts'
import type { Tenants } from './tenants.port.ts'
import type { ViewRows } from './view-rows.port.ts'

/** One of a service's stores, as those need it who follow the streams in it: each store has its own progress and its own rows. */
export type FollowedStore = {
  readonly name: StoreName
  /** This very store, wherever its tenants live by now. */
  readonly store: EventStore
  readonly progress: Progress
  readonly rows: ViewRows
  readonly tenants: Pick<Tenants, 'all'>
  /** Where the process knows several stores. */
  readonly place?: Place
  /** What a move adds to those who follow this store. */
  readonly carry?: Consumer
  /** Whether the tenant's views are read here, or about to be: who looks at them is to be told when they change. */
  readonly isRead: (tenant: TenantId) => Promise<boolean>
}

type Followed = readonly [FollowedStore, ...FollowedStore[]]

/** Takes batches of several stores' feeds; `from` says which store's (DynamoDB itself does not name itself). */
export const relayOver = (
  stores: Followed,
  runnerOf: (store: FollowedStore) => Runner,
): ((batch: readonly Appended[], from?: string) => Promise<readonly Failed[]>) => {
  const runners = new Map<string, Runner>(stores.map((store) => [store.name, runnerOf(store)]))
  const [first] = stores
  return (batch, from = 'dynamodb') => {
    const runner = runners.get(from) ?? runners.get(stores.length > 1 ? 'dynamodb' : first.name)
    if (!runner) throw new Error(`a batch of ${from}, and this process follows ${[...runners.keys()].join(', ')}`)
    return runner.deliver(batch)
  }
}

/** Finds what no feed delivered, store by store and tenant by tenant. */
export const sweepOver = async (stores: Followed, runnerOf: (store: FollowedStore) => Runner): Promise<void> => {
  for (const store of stores) {
    const runner = runnerOf(store)
    for await (const tenant of store.tenants.all()) await runner.sweep(tenant)
  }
}
