import { describe, expect, test } from 'vitest'
import type { Credit } from '../facts/facts.ts'
import { creditPartsOf } from './credit-parts-of.ts'
import { DAY, date, person, vacation } from './earning.given.ts'

const credit = (n: number, from: string, source: Credit['source'] = 'manual'): Credit => ({
  leaveType: 'vacation',
  source,
  n,
  from: date(from),
  until: null,
  fact: 'credit',
})

const quarterly = (corrections: 'atOnce' | 'withPlan', step = 1) =>
  person({
    joined: '2025-01-01',
    policy: vacation({
      corrections,
      rounding: { mode: 'nearest', step, of: 'cumulative' },
      stage: { frequency: { every: 'quarter', on: 'leaveYear' } },
    }),
  })

const parts = (facts: ReturnType<typeof person>, given: Credit, until = '2025-12-31') =>
  creditPartsOf(facts, given, date(until)).map(({ on, n }) => `${on} ${n}`)

describe('a credit', () => {
  test('counts at once by default', () => {
    expect(parts(quarterly('atOnce'), credit(2 * DAY, '2025-02-01'))).toEqual(['2025-02-01 20000'])
    expect(parts(quarterly('atOnce'), credit(2 * DAY, '2025-02-01'), '2025-01-31')).toEqual([])
  })
  test('or is earned in the shares of the leave year’s grants, those before at once', () => {
    expect(parts(quarterly('withPlan'), credit(2 * DAY, '2025-02-01'))).toEqual([
      '2025-02-01 5000',
      '2025-04-01 5000',
      '2025-07-01 5000',
      '2025-10-01 5000',
    ])
    expect(parts(quarterly('withPlan'), credit(2 * DAY, '2025-07-01'), '2025-09-30')).toEqual(['2025-07-01 15000'])
  })
  test('below zero, too', () => {
    expect(parts(quarterly('withPlan'), credit(-2 * DAY, '2025-07-01', 'correction'))).toEqual([
      '2025-07-01 -15000',
      '2025-10-01 -5000',
    ])
  })
  test('is rounded as the plan rounds, and the last part brings what is left', () => {
    expect(parts(quarterly('withPlan', DAY), credit(25_000, '2025-01-01'))).toEqual([
      '2025-01-01 10000',
      '2025-07-01 10000',
      '2025-10-01 5000',
    ])
  })
  test('of another source counts at once', () => {
    expect(parts(quarterly('withPlan'), credit(DAY, '2025-02-01', 'toil'))).toEqual(['2025-02-01 10000'])
  })
  test('counts at once where the leave year grants nothing', () => {
    const facts = person({ joined: '2025-01-01', policy: vacation({ corrections: 'withPlan', stage: { amount: 0 } }) })
    expect(parts(facts, credit(DAY, '2025-02-01'))).toEqual(['2025-02-01 10000'])
  })
})
