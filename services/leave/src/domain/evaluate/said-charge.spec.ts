import { describe, expect, test } from 'vitest'
import { date, type Given, person, vacation, week } from '../entitlement/earning.given.ts'
import { counting } from '../policy/defaults.ts'
import { saidCharge } from './said-charge.ts'

const monday = date('2025-03-03')
const costs = (minutes: number, given: Given = {}, day = monday) =>
  saidCharge(person({ schedules: [['2025-01-01', week(5)]], ...given }), 'vacation', { day, part: 'whole', minutes }).n

describe('working time that leave was said to take', () => {
  test('costs its share of that day', () => expect(costs(120)).toBe(2_500))
  test('or of a fixed length of day', () =>
    expect(costs(120, { policy: { ...vacation(), counting: { ...counting, hours: { dayMinutes: 600 } } } })).toBe(
      2_000,
    ))
  test('or of eight hours where nothing is planned', () => expect(costs(240, {}, date('2025-03-02'))).toBe(5_000))
  test('is what it is where minutes are counted', () =>
    expect(costs(120, { policy: { ...vacation(), unit: 'minute' } })).toBe(1_200_000))
})
