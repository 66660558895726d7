import { processClock } from '@awayday/clock'
import { fromEpochMs, type Instant, parseLocalDate } from '@awayday/kernel'
import type { Settings } from '../state/settings.ts'

const OFFSET = 'clock_offset_ms'

/** Sets the process's clock to where it was left, so that a restart does not fall back to the present. */
export const restoreClock = (settings: Settings): void => {
  const offset = Number(settings.get(OFFSET) ?? 0)
  processClock.travelTo(fromEpochMs(Date.now() + offset))
}

export const moveClock = (settings: Settings, to: Instant): void => {
  processClock.travelTo(to)
  settings.set(OFFSET, String(Math.round(processClock.offsetMs)))
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/

/** A UTC instant, or a date: noon in UTC, when it is that date everywhere from Honolulu to Auckland. */
export const parseWhen = (text: string): Instant | undefined => {
  if (parseLocalDate(text)) return `${text}T12:00:00.000Z` as Instant
  const [, date = ''] = INSTANT.exec(text) ?? []
  return parseLocalDate(date) ? (new Date(text).toISOString() as Instant) : undefined
}
