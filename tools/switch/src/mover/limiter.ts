import { isStoreUnavailable } from '@awayday/event-sourcing'

/** Decides how many writes are on their way at the same time. */
export type Limiter = {
  /**
   * Writes when it is its turn, in the order of the calls. `units`: how much it writes, as what takes long for much may be quick for
   * little. `ready` is waited for first, in the same turn, and does not count.
   */
  run<T>(units: number, write: () => Promise<T>, ready?: () => Promise<void>): Promise<T>
  /** How many may be on their way now; never less than one. */
  readonly width: number
}

/**
 * Additive increase, multiplicative decrease: one more for each round that went well, a fifth less when a write takes thrice as long
 * as the quickest of its size did, half of them when the store gave up. So a store that others need too is left to them. Until the
 * first decrease it is twice as many each round.
 */
export const adaptiveLimiter = (nowMs: () => number, widest = WIDEST): Limiter => {
  const floors = quickest()
  const waiting: (() => void)[] = []
  let [width, running, narrowedAt] = [1, 0, Number.NEGATIVE_INFINITY]

  const turn = async (): Promise<void> => {
    if (running >= Math.floor(width)) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
  }
  /** Whoever waits takes over the turn, unless there are fewer now. */
  const over = (): void => {
    running--
    while (running < Math.floor(width)) {
      const next = waiting.shift()
      if (!next) return
      running++
      next()
    }
  }
  /** Once for all that were on their way together. */
  const narrow = (startedAt: number, by: number): void => {
    if (startedAt < narrowedAt) return
    narrowedAt = nowMs()
    width = Math.max(1, width * by)
  }

  return {
    get width() {
      return Math.floor(width)
    },
    async run(units, write, ready) {
      await turn()
      let startedAt = nowMs()
      try {
        if (ready) await ready()
        startedAt = nowMs()
        const full = running >= Math.floor(width)
        const answer = await write()
        const tookMs = nowMs() - startedAt
        if (tookMs > SLOW * floors.learnt(units, tookMs)) narrow(startedAt, 0.8)
        else if (full) width = Math.min(widest, width + (narrowedAt < 0 ? 1 : 1 / width))
        return answer
      } catch (trouble) {
        if (isStoreUnavailable(trouble)) narrow(startedAt, 0.5)
        throw trouble
      } finally {
        over()
      }
    },
  }
}

const WIDEST = 16
const SLOW = 3

/** The quickest write of each size, sizes within a factor of two being one. It is forgotten slowly: a store may have become another. */
const quickest = () => {
  const floors = new Map<number, number>()
  return {
    learnt(units: number, tookMs: number): number {
      const size = Math.ceil(Math.log2(Math.max(1, units)))
      const floor = Math.max(SHORTEST_MS, Math.min(tookMs, (floors.get(size) ?? tookMs) * FORGETS))
      floors.set(size, floor)
      return floor
    },
  }
}
const FORGETS = 1.00005
/** What is quicker than this says more about the clock than about the store. */
const SHORTEST_MS = 5
