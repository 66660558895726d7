import { isStoreUnavailable, type StoreName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { Clash, StoredItems } from '@awayday/stored-items'
import { SwitchProblem } from '../problem.ts'
import type { Moved } from './checkpoint.ts'
import type { Chunk } from './chunk.ts'
import type { Limiter } from './limiter.ts'
import type { Time } from './time.ts'
import type { WriteBudget } from './write-budget.ts'

/** A store that a move reads or writes. */
export type MovedStore = { readonly name: StoreName; readonly items: StoredItems }

/** What a move needs besides tenants: two stores, and how fast it may be. */
export type Moving = Time & {
  readonly from: MovedStore
  readonly to: MovedStore
  readonly limiter: Limiter
  readonly budget?: WriteBudget
}

/** Writes a chunk into the target when it is its turn, again and again while the store has no time for it. Something else in the way ends the move. */
export const written = async (moving: Moving, chunk: Chunk, how: 'load' | 'copy'): Promise<void> => {
  const { to, limiter, budget, stop, nowMs, pause } = moving
  const { tenant, collection, items, units } = chunk
  const write = async (): Promise<readonly Clash[]> => {
    if (how === 'copy') return to.items.copy(tenant, collection, items)
    await to.items.load(tenant, collection, items)
    return []
  }
  const until = nowMs() + PATIENCE_MS
  for (let pauseMs = 100; ; pauseMs = Math.min(5_000, pauseMs * 2)) {
    stop.throwIfAborted()
    try {
      const [clash] = await limiter.run(
        { how, items: items.length, units },
        write,
        budget && (() => budget.take(units)),
      )
      if (clash) throw diverged(moving, tenant, collection, clash.key)
      return
    } catch (trouble) {
      if (!isStoreUnavailable(trouble) || nowMs() > until) throw trouble
    }
    await pause(pauseMs)
  }
}
const PATIENCE_MS = 300_000

export const diverged = (
  { from, to }: Pick<Moving, 'from' | 'to'>,
  tenant: TenantId,
  collection: Moved,
  key: string,
): SwitchProblem =>
  new SwitchProblem(
    `Diverged: ${from.name} and ${to.name} hold different ${collection} of ${tenant} under ${key}. Nothing was written over it. See "What to do when it says Diverged" in docs/switch.md.`,
  )
