import { expect, test } from 'vitest'
import { date } from '#testing/date.ts'
import { byYear, withDatesIn } from './ledger.ts'

test('entries of earlier years stand apart from those of the year asked about, and of later ones', () => {
  const [old, lastYear, now, next] = ['2024-01-01', '2025-12-31', '2026-01-01', '2027-01-01'].map((on) => ({
    on: date(on),
  }))
  expect(
    byYear(
      [old, lastYear, now, next].filter((entry) => entry !== undefined),
      date('2026-11-20'),
    ),
  ).toEqual({
    earlier: [old, lastYear],
    current: [now, next],
  })
})

test('days in a sentence are written as people write them', () => {
  const day = (of: string) => `<${of}>`
  expect(withDatesIn('3 days from 2026-12-30 to 2027-01-02.', day)).toBe('3 days from <2026-12-30> to <2027-01-02>.')
  expect(withDatesIn('request 2026-02-30 in 12026-01-011', day)).toBe('request 2026-02-30 in 12026-01-011')
})
