import { setTimeout as sleep } from 'node:timers/promises'
import type { Time } from '../time.ts'

/** Time that passes only when everybody waits for it, or for a disk. */
export const virtualTime = (): Time & { run<T>(work: Promise<T>): Promise<T> } => {
  let now = 0
  const sleepers: { readonly atMs: number; readonly wake: () => void }[] = []
  const pause = (ms: number): Promise<void> =>
    new Promise((wake) => {
      sleepers.push({ atMs: now + ms, wake })
    })
  return {
    nowMs: () => now,
    pause,
    stop: new AbortController().signal,
    async run(work) {
      let over = false
      const ended = work.finally(() => {
        over = true
      })
      ended.catch(() => {})
      for (let idle = 0; ; ) {
        await new Promise((resolve) => setImmediate(resolve)) // all that can go on now does
        if (over) return ended
        const next = sleepers.toSorted((a, b) => a.atMs - b.atMs)[0]
        if (!next) {
          if (++idle > 2_000) throw new Error('everybody waits, and nobody for the time')
          await sleep(1)
          continue
        }
        idle = 0
        sleepers.splice(sleepers.indexOf(next), 1)
        now = Math.max(now, next.atMs)
        next.wake()
      }
    },
  }
}
