import type { OpenStore } from '@awayday/stores'
import type { Invoke } from '../functions/invoke.ts'
import type { Plan } from '../manifests/plan.ts'
import { relay } from './relay.ts'

export type Feeds = AsyncDisposable & {
  /** By service: the stores of those that have tables. */
  readonly stores: ReadonlyMap<string, OpenStore>
}

/** Opens the services' stores, makes their tables where they are missing, and lets their feeds flow to the stream functions. */
export const openFeeds = async (
  { services, streams }: Plan,
  env: NodeJS.ProcessEnv,
  invoke: Invoke,
): Promise<Feeds> => {
  const storing = services.filter(({ tables }) => Object.keys(tables).length > 0)
  const stores = new Map<string, OpenStore>()
  const ended = new AbortController()
  await using opened = new AsyncDisposableStack()
  if (storing.length > 0) {
    const { createTables, openStore } = await import('@awayday/stores')
    await Promise.all(
      storing.map(async (service) => {
        const store = opened.use(await openStore(env, service.name))
        await createTables(store, service)
        stores.set(service.name, store)
      }),
    )
  }
  for (const { fn, table } of streams) {
    const store = stores.get(fn.service)
    if (store) opened.use(store.feed.deliver(relay(fn, table, invoke, ended.signal)))
  }
  opened.defer(() => ended.abort())
  const open = opened.move()
  return { stores, [Symbol.asyncDispose]: () => open.disposeAsync() }
}
