import type { Instant } from '@awayday/kernel'

/** Arithmetic on an instant that is given; the present comes from a clock alone. */
export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString() as Instant

export const daysLater = (at: Instant, days: number): Instant => later(at, days * 86_400_000)
