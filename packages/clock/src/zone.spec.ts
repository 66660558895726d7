import type { Instant } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { dateIn } from './zone.ts'

describe('the date somewhere', () => {
  const newYear = '2025-12-31T23:30:00.000Z' as Instant
  test.each([
    ['Europe/Lisbon', '2025-12-31'],
    ['Europe/Berlin', '2026-01-01'],
    ['America/New_York', '2025-12-31'],
    ['Pacific/Kiritimati', '2026-01-01'],
  ])('in %s half an hour before midnight in Greenwich is %s', (zone, date) => {
    expect(dateIn(zone, newYear)).toBe(date)
  })
  test('follows summer time', () => {
    expect(dateIn('Europe/Lisbon', '2026-03-28T23:30:00.000Z' as Instant)).toBe('2026-03-28')
    expect(dateIn('Europe/Lisbon', '2026-03-29T23:30:00.000Z' as Instant)).toBe('2026-03-30')
  })
  test('nowhere is a defect', () => {
    expect(() => dateIn('Europe/Atlantis', newYear)).toThrow('no date')
  })
})
