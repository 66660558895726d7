import { describe, expect, test } from 'vitest'
import { date } from '#testing/date.ts'
import { daysOf, lastDayOf, monthOf, monthText, nextMonth, parseMonth, previousMonth } from './month.ts'

describe('a month', () => {
  test('begins on its first day', () => {
    expect(monthOf(date('2028-02-29'))).toBe('2028-02-01')
    expect(monthOf(date('2026-11-01'))).toBe('2026-11-01')
  })

  test('is followed and preceded by its neighbours, over the turn of the year too', () => {
    expect(nextMonth(date('2026-12-01'))).toBe('2027-01-01')
    expect(nextMonth(date('2027-01-01'))).toBe('2027-02-01')
    expect(previousMonth(date('2027-01-01'))).toBe('2026-12-01')
    expect(previousMonth(date('2027-03-01'))).toBe('2027-02-01')
  })

  test('has all its days, in leap years too', () => {
    expect(lastDayOf(date('2028-02-01'))).toBe('2028-02-29')
    expect(daysOf(date('2027-02-01'))).toHaveLength(28)
    expect(daysOf(date('2026-11-01')).at(-1)).toBe('2026-11-30')
  })

  test('is read from an address as it was written there', () => {
    expect(monthText(date('2026-11-01'))).toBe('2026-11')
    expect(parseMonth('2026-11')).toBe('2026-11-01')
    for (const text of [null, '', '2026', '2026-13', '2026-11-02', 'x']) expect(parseMonth(text)).toBeUndefined()
  })
})
