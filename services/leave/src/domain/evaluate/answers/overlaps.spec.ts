import { describe, expect, test } from 'vitest'
import { ana, answerTo, asked, range, someone } from './asked.given.ts'

/** Vacation from Monday to Wednesday noon, and leave that was declined. */
const person = someone(
  {},
  {
    leaves: [
      asked('v', '2025-06-16', '2025-06-18', { dates: { ...range('2025-06-16', '2025-06-18'), lastPart: 'am' } }),
      asked('no', '2025-06-16', '2025-06-18', { status: 'declined' }),
    ],
  },
)
const clash = (dates: ReturnType<typeof range> | null, leave: string | null = null, leaveType: string | null = null) =>
  answerTo({ ask: 'clashes', person: ana, dates, leave, leaveType }, person)

describe('dates clash with leave', () => {
  test('that stands, by the slots that are named', () => {
    expect(clash(range('2025-06-18', '2025-06-19'))).toMatchObject({
      overlap: 'partial',
      days: ['2025-06-18'],
      leaves: [{ leave: 'v' }],
    })
    expect(clash(range('2025-06-18', '2025-06-18', 'am'))).toMatchObject({ overlap: 'full' })
  })
  test('not with its other half, nor with itself', () => {
    expect(clash(range('2025-06-18', '2025-06-18', 'pm'))).toMatchObject({ overlap: 'none', leaves: [] })
    expect(clash(range('2025-06-17', '2025-06-19'), 'v')).toMatchObject({ overlap: 'none', leaves: [] })
  })
  test('nor, where they are sickness, with leave that it gives back', () => {
    expect(clash(range('2025-06-17'), null, 'sick')).toMatchObject({ overlap: 'none', leaves: [] })
    expect(clash(range('2025-06-17'), null, 'vacation')).toMatchObject({ overlap: 'full' })
  })
})
