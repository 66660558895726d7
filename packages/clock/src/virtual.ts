import type { Instant } from '@awayday/kernel'
import type { Clock } from './clock.port.ts'

export type VirtualClock = Clock & {
  /** Moves the clock to an instant, forward or back; it goes on ticking from there. */
  travelTo(instant: Instant): void
  /** Milliseconds between this clock and the system's; keep it to come back to the same time after a restart, or in another process. */
  offsetMs: number
}

const SHARED = Symbol.for('awayday.clock')
const shared = globalThis as { [SHARED]?: VirtualClock }

/** The system's clock with an offset: one instance is shared by all that run in one process. */
export const virtualClock = (offsetMs = 0): VirtualClock => {
  let offset = offsetMs
  return {
    now: () => new Date(Date.now() + offset).toISOString() as Instant,
    travelTo: (instant) => {
      offset = Date.parse(instant) - Date.now()
    },
    get offsetMs() {
      return offset
    },
    set offsetMs(ms) {
      offset = ms
    },
  }
}

/** Stands still until it is told to move. For tests and for histories written after the fact. */
export const stoppedClock = (at: string): Clock & { set(at: string): void } => {
  let instant = at as Instant
  return {
    now: () => instant,
    set: (next) => {
      instant = next as Instant
    },
  }
}

/**
 * The clock that everything in this process shares, whichever copy of this module it has. Only the host moves it, and only in
 * demo mode: here, or in the processes that it runs functions in.
 */
export const processClock: VirtualClock = shared[SHARED] ?? virtualClock()
shared[SHARED] = processClock
