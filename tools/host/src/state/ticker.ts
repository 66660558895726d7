import type { Clock } from '@awayday/clock'
import { epochMs, type Instant } from '@awayday/kernel'

/** Something that becomes due on the host's clock. */
export type Work = {
  /** Does all that is due by now. */
  runDue(): Promise<void>
  /** When something is due next, as far as is known. */
  nextDue(): Instant | undefined
}

export type Ticker = AsyncDisposable & {
  /** Something has changed: new work, or the clock was moved. */
  wake(): void
}

/** No timer is longer: a clock that is not this process's own is looked at every minute. */
const LONGEST_MS = 60_000

/** Runs work when it is due and sleeps in between; one run at a time. Disposing waits for the run under way. */
export const ticker = (clock: Clock, work: Work): Ticker => {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let ended = false

  const sleep = (): void => {
    const next = work.nextDue()
    const ms = next === undefined ? LONGEST_MS : epochMs(next) - epochMs(clock.now())
    timer = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_MS))
  }

  const run = async (): Promise<void> => {
    do {
      again = false
      await work.runDue()
    } while (again && !ended)
  }

  const wake = (): void => {
    clearTimeout(timer)
    again = true
    if (ended || running !== undefined) return
    running = run().finally(() => {
      running = undefined
      if (!ended) sleep()
    })
  }

  return {
    wake,
    [Symbol.asyncDispose]: async () => {
      ended = true
      clearTimeout(timer)
      await running
    },
  }
}
