import { describe, expect, test } from 'vitest'
import { date } from '#testing/date.ts'
import { dates } from './dates.ts'

const [friday, tuesday] = [date('2026-11-20'), date('2026-11-24')]

describe('a date', () => {
  test('is written as the language has it', () => {
    expect(dates('en-GB').full(friday)).toBe('Friday, 20 November 2026')
    expect(dates('de-DE').full(friday)).toBe('Freitag, 20. November 2026')
    expect(dates('en-US').short(friday)).toBe('Fri, Nov 20')
    expect(dates('en-GB').plain(friday)).toBe('20 Nov 2026')
    expect(dates('en-GB').month(friday)).toBe('November 2026')
    expect(dates('en-GB').weekday(friday)).toBe('F')
  })

  test('of a span is not repeated where it is one day', () => {
    expect(dates('en-GB').span(friday, friday)).toBe('Fri, 20 Nov 2026')
    expect(dates('en-GB').span(friday, tuesday)).toMatch(/^Fri,? 20\D+Tue,? 24 Nov 2026$/)
    expect(dates('en-GB').briefSpan(friday, tuesday)).toMatch(/^20\D+24 Nov 2026$/)
  })

  test('of a span leaves out the year that everybody knows', () => {
    expect(dates('en-GB', 2026).span(friday, friday)).toMatch(/^Fri,? 20 Nov$/)
    expect(dates('en-GB', 2026).briefSpan(friday, tuesday)).toMatch(/^20\D+24 Nov$/)
    expect(dates('en-GB', 2026).briefSpan(friday, date('2027-01-01'))).toMatch(/2026.*2027/)
  })
})
