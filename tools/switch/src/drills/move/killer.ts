import { setTimeout as after } from 'node:timers/promises'
import type { Product } from '../product/product.ts'
import type { Mover } from './stage.ts'

/** Kills the mover or the product, in turns by chance, at any moment. */
export type Killer = {
  readonly kills: () => { readonly product: number; readonly mover: number }
  /** Resolves when nothing is being killed any more; throws what went wrong at a start. */
  stop(): Promise<void>
}

const SHORTEST_PAUSE_MS = 200

export const startKiller = (
  { product, mover }: { readonly product: Product; readonly mover: Mover },
  {
    most,
    longestPauseMs,
    chance,
  }: { readonly most: number; readonly longestPauseMs: number; readonly chance: () => number },
): Killer => {
  const kills = { product: 0, mover: 0 }
  const ended = new AbortController()
  const running = (async () => {
    while (kills.product + kills.mover < most) {
      const pauseMs = SHORTEST_PAUSE_MS + chance() * longestPauseMs
      await after(pauseMs, undefined, { signal: ended.signal }).catch(() => {})
      if (ended.signal.aborted) return
      if (chance() < 0.5) {
        if (await mover.kill()) kills.mover += 1
      } else {
        await product.killAndStart()
        kills.product += 1
      }
    }
  })()
  running.catch(() => {}) // told by stop
  return {
    kills: () => ({ ...kills }),
    async stop() {
      ended.abort()
      await running
    },
  }
}
