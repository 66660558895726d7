import { describe, expect, test } from 'vitest'
import type { Validity } from '../policy/plan.ts'
import { carryOverDaysOf } from './carry-over-days-of.ts'
import { date, milestone, person, vacation } from './earning.given.ts'
import { leaveYearOf } from './leave-year.ts'
import { policyOn } from './policy-on.ts'
import { stageOn } from './stage-on.ts'
import { validityOn } from './validity-of.ts'

const anniversary = vacation({ entitlement: { leaveYear: 'anniversary' } })
const fiscal = vacation({ entitlement: { leaveYear: { month: 4, day: 1 } } })

const yearOf = (facts: ReturnType<typeof person>, day: string) => leaveYearOf(facts, 'vacation', date(day))
const carryOvers = (facts: ReturnType<typeof person>, from: string, until: string) =>
  carryOverDaysOf(facts, 'vacation', date(from), date(until))

describe('a leave year', () => {
  test('is the calendar year by default', () => {
    expect(yearOf(person(), '2025-12-31')).toEqual({ first: '2025-01-01', last: '2025-12-31' })
  })
  test('may start on another date', () => {
    expect(yearOf(person({ policy: fiscal }), '2025-03-31')).toEqual({ first: '2024-04-01', last: '2025-03-31' })
    expect(yearOf(person({ policy: fiscal }), '2025-04-01')).toEqual({ first: '2025-04-01', last: '2026-03-31' })
  })
  test('may start on the anniversary of joining, on 28 February in a common year', () => {
    const facts = person({ joined: '2024-02-29', policy: anniversary })
    expect(yearOf(facts, '2025-02-27')).toEqual({ first: '2024-02-29', last: '2025-02-27' })
    expect(yearOf(facts, '2025-02-28')).toEqual({ first: '2025-02-28', last: '2026-02-27' })
    expect(yearOf(facts, '2028-02-28')).toEqual({ first: '2027-02-28', last: '2028-02-28' })
  })
  test('is the calendar year for a type without a policy', () => {
    expect(yearOf(person({ policies: [] }), '2025-06-01')).toEqual({ first: '2025-01-01', last: '2025-12-31' })
  })
})

describe('a carry-over day', () => {
  test('is the first day of the leave year', () => {
    expect(carryOvers(person({ policy: fiscal }), '2024-04-01', '2026-03-31')).toEqual(['2024-04-01', '2025-04-01'])
  })
  test('or the anniversary of joining, or a date', () => {
    const on = (carryOverOn: 'anniversary' | { month: number; day: number }) =>
      carryOvers(
        person({ joined: '2024-02-29', policy: vacation({ entitlement: { carryOverOn } }) }),
        '2024-03-01',
        '2026-12-31',
      )
    expect(on('anniversary')).toEqual(['2025-02-28', '2026-02-28'])
    expect(on({ month: 3, day: 31 })).toEqual(['2024-03-31', '2025-03-31', '2026-03-31'])
  })
  test('is the one by the policy in force on the day before', () => {
    const change = (day: string) =>
      person({
        policies: [
          ['2020-01-01', vacation()],
          [day, fiscal],
        ],
      })
    expect(carryOvers(change('2025-01-01'), '2024-06-01', '2026-06-01')).toEqual([
      '2025-01-01',
      '2025-04-01',
      '2026-04-01',
    ])
    expect(carryOvers(change('2025-04-01'), '2024-06-01', '2026-06-01')).toEqual(['2025-01-01', '2026-04-01'])
    expect(carryOvers(change('2024-12-31'), '2024-06-01', '2026-06-01')).toEqual(['2025-04-01', '2026-04-01'])
  })
})

describe('what is granted on a day can be used', () => {
  test.each<[Validity, string, { carries: boolean; until: string | null }]>([
    [{ kind: 'untilCarryOver' }, '2025-05-10', { carries: true, until: null }],
    [{ kind: 'unlimited' }, '2025-05-10', { carries: false, until: null }],
    [{ kind: 'length', length: { n: 99_999, unit: 'year' } }, '2025-05-10', { carries: false, until: null }],
    [{ kind: 'length', length: { n: 90, unit: 'day' } }, '2025-05-10', { carries: false, until: '2025-08-07' }],
    [{ kind: 'length', length: { n: 1, unit: 'month' } }, '2025-01-31', { carries: false, until: '2025-02-27' }],
    [{ kind: 'length', length: { n: 2, unit: 'week' } }, '2025-05-10', { carries: false, until: '2025-05-23' }],
    [{ kind: 'length', length: { n: 1, unit: 'year' } }, '2024-02-29', { carries: false, until: '2025-02-27' }],
    [
      { kind: 'date', date: { month: 3, day: 31 }, yearsLater: 0 },
      '2025-05-10',
      { carries: false, until: '2026-03-31' },
    ],
    [
      { kind: 'date', date: { month: 3, day: 31 }, yearsLater: 1 },
      '2025-01-01',
      { carries: false, until: '2026-03-31' },
    ],
    [
      { kind: 'date', date: { month: 2, day: 29 }, yearsLater: 0 },
      '2025-02-28',
      { carries: false, until: '2025-02-28' },
    ],
  ])('%j, from %s', (validity, day, expected) => {
    expect(validityOn(person({ policy: vacation({ stage: { validity } }) }), 'vacation', date(day))).toEqual(expected)
  })

  test('up to the next carry-over, where no plan is in force', () => {
    expect(validityOn(person({ policies: [] }), 'vacation', date('2025-01-01'))).toEqual({ carries: true, until: null })
  })
})

test('the policy in force is the last one of its type that began', () => {
  const facts = person({
    policies: [
      ['2024-01-01', vacation()],
      ['2025-01-01', fiscal],
    ],
  })
  expect(policyOn(facts, 'vacation', date('2023-12-31'))).toBeUndefined()
  expect(policyOn(facts, 'vacation', date('2024-12-31'))?.policy).toBe(facts.policies[0]?.policy)
  expect(policyOn(facts, 'vacation', date('2025-01-01'))?.policy).toBe(fiscal)
  expect(policyOn(facts, 'sick', date('2025-01-01'))).toBeUndefined()
})

test('the stage in force is the last one whose tenure is reached, the first one before', () => {
  const stages = [milestone({ n: 1, unit: 'month' }, {}), milestone({ n: 1, unit: 'year' }, {})]
  const facts = person({ joined: '2024-02-29', policy: vacation({ stages }) })
  const [applied] = facts.policies
  const stage = (day: string) => applied && stageOn(facts, applied, date(day))
  expect([stage('2024-03-01'), stage('2025-02-27'), stage('2025-02-28')]).toEqual([stages[0], stages[0], stages[1]])
  const none = person({ policy: vacation({ entitlement: { plan: null } }) })
  expect(none.policies[0] && stageOn(none, none.policies[0], date('2025-01-01'))).toBeUndefined()
})
