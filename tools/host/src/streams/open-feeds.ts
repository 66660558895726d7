import type { OpenStores } from '@awayday/stores'
import type { Invoke } from '../functions/invoke.ts'
import type { Plan } from '../manifests/plan.ts'
import { relay } from './relay.ts'

export type Feeds = AsyncDisposable & {
  /** By service: the stores of those that have tables. */
  readonly stores: ReadonlyMap<string, OpenStores>
}

/** Opens the services' stores, makes their tables where they are missing, and lets their feeds flow to the stream functions. */
export const openFeeds = async (
  { services, streams }: Plan,
  env: NodeJS.ProcessEnv,
  invoke: Invoke,
): Promise<Feeds> => {
  const storing = services.filter(({ tables }) => Object.keys(tables).length > 0)
  const stores = new Map<string, OpenStores>()
  const ended = new AbortController()
  await using opened = new AsyncDisposableStack()
  if (storing.length > 0) {
    const { createTables, openStores } = await import('@awayday/stores')
    await Promise.all(
      storing.map(async (service) => {
        const own = opened.use(await openStores(env, service.name))
        for (const store of own.all) await createTables(store, service)
        stores.set(service.name, own)
      }),
    )
  }
  for (const { fn, table } of streams)
    for (const { name, feed } of stores.get(fn.service)?.all ?? [])
      opened.use(feed.deliver(relay(fn, table, name, invoke, ended.signal)))
  opened.defer(() => ended.abort())
  const open = opened.move()
  return { stores, [Symbol.asyncDispose]: () => open.disposeAsync() }
}
