import type { HostFunction } from './host-function.ts'
import type { Run } from './run.ts'

/** More at once would make all of them slower: one process does the work, whoever asks. */
const AT_ONCE = 10
/** Whoever asks gives up after some seconds, and asks again: what waits longer is work for nobody. */
const PATIENCE_MS = 3_000

type Queue = { running: number; readonly waiting: Set<() => void> }

/**
 * At most ten runs of a function at once. The next wait for their turn, and are refused as Lambda refuses beyond its concurrency
 * when it does not come in time: so a crowd cannot bring about that nobody is served any more.
 */
export const inTurn = (run: Run, { atOnce = AT_ONCE, patienceMs = PATIENCE_MS } = {}): Run => {
  const queues = new Map<string, Queue>()

  return async (fn, event) => {
    const queue = queues.get(fn.id) ?? { running: 0, waiting: new Set() }
    queues.set(fn.id, queue)
    if (queue.running >= atOnce) await turn(fn, queue, patienceMs)
    else queue.running += 1
    try {
      return await run(fn, event)
    } finally {
      const [next] = queue.waiting
      if (next) next()
      else queue.running -= 1
    }
  }
}

/** Resolves when whoever is done hands its place on. */
const turn = (fn: HostFunction, { waiting }: Queue, patienceMs: number): Promise<void> =>
  new Promise((come, giveUp) => {
    const mine = (): void => {
      clearTimeout(timer)
      waiting.delete(mine)
      come()
    }
    const timer = setTimeout(() => {
      waiting.delete(mine)
      giveUp(new Throttled(`${fn.id} has more to do than it can`))
    }, patienceMs)
    waiting.add(mine)
  })

export class Throttled extends Error {
  override readonly name = 'TooManyRequestsException'
}
