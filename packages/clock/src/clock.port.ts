import type { Instant } from '@awayday/kernel'

export interface Clock {
  /** The present UTC instant with milliseconds. Never decreases by itself; it may be moved in demo mode and in tests. */
  now(): Instant
}
