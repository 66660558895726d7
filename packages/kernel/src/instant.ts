import type { Instant } from './ids.ts'
import { epochDay, fromEpochDay, type LocalDate } from './local-date.ts'

/** Milliseconds since 1970-01-01T00:00Z of an instant of the years 1900 to 2199. No clock, no `Date`. */
export const epochMs = (at: Instant): number =>
  epochDay(at.slice(0, 10) as LocalDate) * DAY_MS +
  Number(at.slice(11, 13)) * 3_600_000 +
  Number(at.slice(14, 16)) * 60_000 +
  Number(at.slice(17, 19)) * 1_000 +
  Number(at.slice(20, 23))

/** The inverse of `epochMs`, for whole milliseconds. */
export const fromEpochMs = (ms: number): Instant => {
  const day = Math.floor(ms / DAY_MS)
  const rest = ms - day * DAY_MS
  const [hours, minutes, seconds] = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1_000) % 60].map(pad2)
  return `${fromEpochDay(day)}T${hours}:${minutes}:${seconds}.${String(rest % 1_000).padStart(3, '0')}Z` as Instant
}

export const addMs = (at: Instant, ms: number): Instant => fromEpochMs(epochMs(at) + ms)

const DAY_MS = 86_400_000
const pad2 = (n: number): string => String(Math.floor(n)).padStart(2, '0')
