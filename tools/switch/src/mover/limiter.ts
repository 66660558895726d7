import { isStoreUnavailable } from '@awayday/event-sourcing'
import { floorOf, type Write } from './floor.ts'

/** Decides how many writes are on their way at the same time. */
export type Limiter = {
  /**
   * Writes when it is its turn, in the order of the calls. `what`: how much it writes. `ready` is waited for first, in the same turn,
   * and does not count.
   */
  run<T>(what: Write, write: () => Promise<T>, ready?: () => Promise<void>): Promise<T>
  /** How many may be on their way now; never less than one. */
  readonly width: number
}

/**
 * Additive increase, multiplicative decrease: one more for each round that went well, a fifth less when writes take twice as long as
 * they would alone, half of them when the store gave up. So a store that others need too is left to them, and one that is no
 * faster for being asked more is not asked more. How long a write takes alone is learnt, and now and then learnt anew.
 */
export const adaptiveLimiter = (nowMs: () => number, widest = WIDEST): Limiter => {
  const floor = floorOf(nowMs)
  const waiting: { readonly what: Write; readonly go: () => void }[] = []
  let [width, running, narrowedAt, slowness] = [1, 0, Number.NEGATIVE_INFINITY, 1]

  const hasRoom = (what: Write): boolean => running === 0 || (running < Math.floor(width) && !floor.isOld(what))
  const turn = async (what: Write): Promise<void> => {
    if (waiting.length > 0 || !hasRoom(what)) await new Promise<void>((go) => waiting.push({ what, go }))
    else running++
  }
  /** Who waits longest takes over the turn, if there is still one. */
  const over = (): void => {
    running--
    for (let [next] = waiting; next && hasRoom(next.what); [next] = waiting) {
      running++
      waiting.shift()
      next.go()
    }
  }
  /** Once for all that were on their way together. */
  const narrow = (startedAt: number, by: number): void => {
    if (startedAt < narrowedAt) return
    narrowedAt = nowMs()
    slowness = 1
    width = Math.max(1, width * by)
  }

  return {
    get width() {
      return Math.floor(width)
    },
    async run(what, write, ready) {
      await turn(what)
      let startedAt = nowMs()
      try {
        if (ready) await ready()
        startedAt = nowMs()
        const full = running >= Math.floor(width)
        const alone = running === 1
        const answer = await write()
        slowness += SMOOTH * (floor.times(what, nowMs() - startedAt, alone) - slowness)
        if (slowness > SLOW) narrow(startedAt, 0.8)
        else if (full) width = Math.min(widest, width + 1 / width)
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
const SLOW = 2
/** One write that takes long is chance, several are not. */
const SMOOTH = 0.3
