import { setTimeout as after } from 'node:timers/promises'
import type { TenantId } from '@awayday/kernel'
import type { OpenStore } from '@awayday/stores'

const PATIENCE_MS = 60_000
const EVERY_MS = 300

/** Waits until everything that follows the tenant's streams in these stores has done all of them, and `isQuiet`. Answers what is still behind. */
export const caughtUp = async (
  stores: readonly OpenStore[],
  tenant: TenantId,
  isQuiet: () => boolean = () => true,
): Promise<readonly string[]> => {
  const begunMs = performance.now()
  for (;;) {
    const behind = (await Promise.all(stores.map((store) => behindIn(store, tenant)))).flat()
    if (behind.length === 0 && isQuiet()) return []
    if (performance.now() - begunMs > PATIENCE_MS) return behind.length > 0 ? behind : ['the bus is not quiet']
    await after(EVERY_MS)
  }
}

const behindIn = async (store: OpenStore, tenant: TenantId): Promise<readonly string[]> => {
  const done = new Map<string, number>()
  for await (const { stream, done: versions } of store.progress.all(tenant))
    done.set(stream.name, Math.min(...Object.values(versions)))
  const behind: string[] = []
  for await (const { stream, head } of store.events.heads(tenant))
    if ((done.get(stream.name) ?? 0) < head.version)
      behind.push(`${store.name} ${stream.name}: ${done.get(stream.name) ?? 0} of ${head.version}`)
  return behind
}
