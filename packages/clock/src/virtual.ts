import type { Instant } from '@awayday/kernel'
import type { Clock } from './clock.port.ts'

export type VirtualClock = Clock & {
  /** Moves the clock to an instant, forward or back; it goes on ticking from there. */
  travelTo(instant: Instant): void
  /** Milliseconds between this clock and the system's; keep it to come back to the same time after a restart. */
  readonly offsetMs: number
}

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
 * The clock that everything in this process shares. Only the host moves it, and only in demo mode: here, or where it starts
 * another process, by `AWAYDAY_CLOCK_OFFSET_MS`.
 */
export const processClock: VirtualClock = virtualClock(Number(process.env['AWAYDAY_CLOCK_OFFSET_MS'] ?? 0))
