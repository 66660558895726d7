import type { Clock } from '@awayday/clock'

/** What every world has for the edge. */
export type EdgeWorld = {
  readonly clock: Clock
  /** Keys the digests of requests (HMAC-SHA-256). */
  readonly secret: string
}
