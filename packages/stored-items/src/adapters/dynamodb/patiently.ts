import { setTimeout as sleep } from 'node:timers/promises'
import { isStoreUnavailable, StoreUnavailable } from '@awayday/event-sourcing'
import { answered } from '@awayday/event-sourcing/dynamodb'

/** Bulk work waits longer for its turn than a request of somebody's would. */
const DEADLINE_MS = 30_000
const SHORTEST_MS = 25
const LONGEST_MS = 2_000

/** Asks again, at growing intervals, while DynamoDB has no time for it. What is asked does no harm when it is done twice. */
export const patiently = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
  const again = backoff(what)
  for (;;) {
    try {
      return await answered(what, ask)
    } catch (cause) {
      if (!isStoreUnavailable(cause)) throw cause
      await again(cause)
    }
  }
}

/** Sends what is left of a batch until nothing is: `send` answers what DynamoDB had no room for. */
export const untilAll = async <Batch>(
  what: string,
  first: Batch,
  send: (batch: Batch) => Promise<Batch | undefined>,
): Promise<void> => {
  const again = backoff(what)
  for (let left: Batch | undefined = first; left !== undefined; ) {
    const batch: Batch = left
    left = await patiently(what, () => send(batch))
    if (left !== undefined) await again()
  }
}

const backoff = (what: string) => {
  const until = performance.now() + DEADLINE_MS
  let pauseMs = SHORTEST_MS
  return async (cause?: unknown): Promise<void> => {
    if (performance.now() > until)
      throw new StoreUnavailable(`dynamodb ${what}: no answer in ${DEADLINE_MS / 1000} s`, { cause })
    await sleep(pauseMs * (0.5 + Math.random() / 2))
    pauseMs = Math.min(LONGEST_MS, pauseMs * 2)
  }
}
