import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  epochDay,
  FIRST_DATE,
  fromEpochDay,
  LAST_DATE,
  type LocalDate,
  parseLocalDate,
  weekday,
} from './local-date.ts'

describe('a civil date', () => {
  it('is the same day as the platform says, each day that there is', () => {
    const days = Array.from({ length: daysBetween(FIRST_DATE, LAST_DATE) }, (_, nth) => epochDay(FIRST_DATE) + nth)
    const otherwise = days.filter((day) => {
      const date = fromEpochDay(day)
      return date !== new Date(day * 86_400_000).toISOString().slice(0, 10) || epochDay(date) !== day
    })
    expect(otherwise).toEqual([])
    expect(days).toHaveLength(109_573)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '1899-12-31',
    '2200-01-01',
    '2025-1-1',
    '',
  ])('is never made of what names none: %j', (text) => expect(parseLocalDate(text)).toBeUndefined())

  it('knows leap days, spans and weekdays', () => {
    expect(addDays('2024-02-28' as LocalDate, 1)).toBe('2024-02-29')
    expect(daysBetween('2024-02-01' as LocalDate, '2024-03-01' as LocalDate)).toBe(30)
    expect(weekday('2026-11-21' as LocalDate)).toBe(6)
  })
})
