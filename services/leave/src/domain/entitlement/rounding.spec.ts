import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Rounding } from '../policy/plan.ts'
import { DAY, granted, grantedIn, person, vacation } from './earning.given.ts'
import { fraction, plus, times, ZERO } from './fraction.ts'
import { rounded } from './rounding.ts'

const HALF = DAY / 2

describe('an amount is rounded', () => {
  test.each<[Rounding['mode'], number, number, number]>([
    ['up', DAY, 10_001, 2 * DAY],
    ['up', DAY, 10_000, DAY],
    ['down', DAY, 19_999, DAY],
    ['nearest', DAY, 14_999, DAY],
    ['nearest', DAY, 15_000, 2 * DAY],
    ['nearest', HALF, 12_499, DAY],
    ['nearest', HALF, 12_500, 15_000],
    ['up', 2500, 10_001, 12_500],
    ['down', 1000, 18_333, 18_000],
    ['nearest', 100, 16_667, 16_700],
    ['upFromHalf', DAY, 125_000, 13 * DAY],
    ['upFromHalf', DAY, 33_333, 33_333],
    ['upFromHalf', HALF, 12_499, 12_499],
    ['upFromHalf', HALF, 12_500, 3 * HALF],
    ['upFromHalf', 1, 3, 3],
    ['up', DAY, 0, 0],
  ])('%s to a multiple of %i: %i is %i', (mode, step, exact, expected) => {
    expect(rounded(fraction(exact, 1), { mode, step })).toBe(expected)
  })

  test('exactly, however large its fraction', () => {
    const prime = 9_007_199_254_740_881
    const huge = times(fraction(prime, 7), fraction(13, prime))
    expect(rounded(huge, { mode: 'up', step: 1 })).toBe(2)
    expect(rounded(times(huge, fraction(7, 13)), { mode: 'up', step: 1 })).toBe(1)
  })

  test('a third thrice is a whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), fc.integer({ min: 1, max: 60 }), (n, parts) => {
        const part = fraction(n, parts)
        const whole = Array.from({ length: parts }, () => part).reduce(plus, ZERO)
        expect(rounded(whole, { mode: 'up', step: 1 })).toBe(n)
        expect(rounded(whole, { mode: 'down', step: 1 })).toBe(n)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('20 days a year, month by month', () => {
  const monthly = (rounding: Rounding) =>
    granted(
      person({
        joined: '2025-01-01',
        policy: vacation({ rounding, stage: { amount: 20 * DAY, frequency: { every: 'month', on: 'leaveYear' } } }),
      }),
      '2025-12-31',
    ).map((line) => Number(line.slice(11)) / DAY)

  test.each<[Rounding['mode'], readonly number[]]>([
    ['nearest', [1.5, 2, 1.5, 1.5, 2, 1.5, 1.5, 2, 1.5, 1.5, 2, 1.5]],
    ['down', [1.5, 1.5, 2, 1.5, 1.5, 2, 1.5, 1.5, 2, 1.5, 1.5, 2]],
    ['up', [2, 1.5, 1.5, 2, 1.5, 1.5, 2, 1.5, 1.5, 2, 1.5, 1.5]],
  ])('rounded %s to halves, cumulatively, are 20 in all', (mode, expected) => {
    expect(monthly({ mode, step: HALF, of: 'cumulative' })).toEqual(expected)
  })

  test('rounded up each on its own are 2 until the 20 are reached', () => {
    expect(monthly({ mode: 'up', step: HALF, of: 'each' })).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
  })

  test('rounded down each on its own are fewer', () => {
    expect(monthly({ mode: 'down', step: HALF, of: 'each' })).toEqual(Array.from({ length: 12 }, () => 1.5))
  })
})

test('who joins in the year gets the rounded sum of what is left of it', () => {
  const policy = vacation({
    rounding: { mode: 'nearest', step: DAY, of: 'each' },
    stage: { amount: 20 * DAY, frequency: { every: 'month', on: 'leaveYear' } },
  })
  // 10 months of 1.67 are 16.67, so 17: eight twos and a one
  expect(grantedIn(person({ joined: '2025-03-01', policy }), 2025)).toBe(17 * DAY)
})
