import { describe, expect, test } from 'vitest'
import type { Frequency } from '../policy/plan.ts'
import { DAY, date, granted, grantedIn, person, vacation } from './earning.given.ts'
import { grantsOf } from './grants-of.ts'

const every = (frequency: Frequency, amount = DAY) =>
  person({ policy: vacation({ stage: { frequency, amount, per: 'grant' } }) })

const daysIn2024 = (frequency: Frequency) =>
  granted(every(frequency), '2024-12-31').flatMap((line) => (line.startsWith('2024') ? [line.slice(5, 10)] : []))

describe('a grant is due', () => {
  test.each<[string, Frequency, readonly string[]]>([
    [
      'on the days of the month that are named',
      { every: 'halfMonth', days: [1, 15] },
      ['01-01', '01-15', '02-01', '02-15'],
    ],
    [
      'on the last day where the month is shorter',
      { every: 'halfMonth', days: [15, 31] },
      ['01-15', '01-31', '02-15', '02-29', '03-15'],
    ],
    ['on the 31st, or the month’s last day', { every: 'month', on: 31 }, ['01-31', '02-29', '03-31', '04-30', '05-31']],
    ['on the first of each month', { every: 'month', on: 'leaveYear' }, ['01-01', '02-01', '03-01']],
    ['each quarter', { every: 'quarter', on: 'leaveYear' }, ['01-01', '04-01', '07-01', '10-01']],
    ['each half-year', { every: 'halfYear', on: 'leaveYear' }, ['01-01', '07-01']],
    [
      'on the dates that are named',
      {
        every: 'halfYear',
        on: [
          { month: 9, day: 15 },
          { month: 2, day: 30 },
        ],
      },
      ['02-29', '09-15'],
    ],
    ['once a year on a date', { every: 'year', on: [{ month: 6, day: 1 }] }, ['06-01']],
    ['each week on a weekday', { every: 'week', weekday: 5 }, ['01-05', '01-12', '01-19']],
    [
      'every two weeks, counted from any day of that kind',
      { every: 'twoWeeks', anchor: date('2026-01-02') },
      ['01-05', '01-19', '02-02'],
    ],
    ['each day', { every: 'day' }, ['01-01', '01-02', '01-03']],
  ])('%s', (_, frequency, first) => {
    expect(daysIn2024(frequency).slice(0, first.length)).toEqual(first)
  })

  test.each([
    ['2024-01-31', ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']],
    ['2024-02-29', ['2024-02-29', '2024-03-29', '2024-04-29', '2024-05-29']],
    ['2024-01-10', ['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10']],
  ])('each month from the day of joining, %s', (joined, days) => {
    const policy = vacation({ stage: { frequency: { every: 'month', on: 'joining' } } })
    expect(
      grantsOf(person({ joined, policy }), 'vacation', date('2024-05-30'))
        .slice(0, 4)
        .map(({ on }) => on),
    ).toEqual(days)
  })

  test.each<[string, Frequency, readonly string[]]>([
    ['each week', { every: 'week', weekday: 'joining' }, ['2024-01-10', '2024-01-17', '2024-01-24']],
    ['every two weeks', { every: 'twoWeeks', anchor: 'joining' }, ['2024-01-10', '2024-01-24', '2024-02-07']],
  ])('%s from the day of joining, a Wednesday', (_, frequency, days) => {
    const policy = vacation({ stage: { frequency, amount: DAY, per: 'grant' } })
    expect(granted(person({ joined: '2024-01-10', policy }), '2024-12-31').slice(0, 3)).toEqual(
      days.map((day) => `${day} 10000`),
    )
  })

  test('on the anniversary, on 28 February where somebody joined on the 29th', () => {
    const policy = vacation({ entitlement: { leaveYear: 'anniversary' } })
    expect(granted(person({ joined: '2024-02-29', policy }), '2028-12-31')).toEqual([
      '2024-02-29 240000',
      '2025-02-28 240000',
      '2026-02-28 240000',
      '2027-02-28 240000',
      '2028-02-29 240000',
    ])
  })

  test('at the end of its period: on its last day, or the day after', () => {
    const ending = (endIs: 'lastDay' | 'dayAfter') =>
      person({ policy: vacation({ due: 'end', endIs, stage: { frequency: { every: 'quarter', on: 'leaveYear' } } }) })
    expect(granted(ending('lastDay'), '2020-07-01')).toEqual(['2020-03-31 60000', '2020-06-30 60000'])
    expect(granted(ending('dayAfter'), '2020-07-01')).toEqual(['2020-04-01 60000', '2020-07-01 60000'])
  })

  test('with what says it: period, leave year, caps, and how long it can be used', () => {
    const policy = vacation({
      stage: {
        frequency: { every: 'halfYear', on: 'leaveYear' },
        balanceCap: 30 * DAY,
        yearlyCap: 20 * DAY,
        validity: { kind: 'length', length: { n: 18, unit: 'month' } },
      },
      entitlement: { leaveYear: { month: 4, day: 1 } },
    })
    expect(grantsOf(person({ joined: '2024-04-01', policy }), 'vacation', date('2024-04-01'))).toEqual([
      {
        source: 'plan',
        on: '2024-04-01',
        first: '2024-04-01',
        last: '2024-09-30',
        leaveYear: '2024-04-01',
        n: 12 * DAY,
        balanceCap: 30 * DAY,
        yearlyCap: 20 * DAY,
        carries: false,
        until: '2025-09-30',
        fact: 'policy of 2000-01-01',
      },
    ])
  })
})

describe('the amount of a year', () => {
  test.each<[Frequency]>([
    [{ every: 'continuous' }],
    [{ every: 'day' }],
    [{ every: 'week', weekday: 1 }],
    [{ every: 'twoWeeks', anchor: date('2024-01-05') }],
    [{ every: 'halfMonth', days: [1, 31] }],
    [{ every: 'month', on: 15 }],
    [{ every: 'month', on: 'joining' }],
    [{ every: 'quarter', on: 'joining' }],
    [{ every: 'year', on: [{ month: 5, day: 31 }] }],
  ])('is that of all periods that start in it, %j', (frequency) => {
    const facts = person({ policy: vacation({ stage: { frequency } }) })
    expect([2021, 2022, 2023, 2024].map((year) => grantedIn(facts, year))).toEqual([24, 24, 24, 24].map((n) => n * DAY))
  })

  test('is earned day by day, so that on any day as many 365ths are there as days have passed', () => {
    const facts = person({ policy: vacation({ stage: { frequency: { every: 'continuous' } } }) })
    const until = (day: string) =>
      grantsOf(facts, 'vacation', date(day))
        .filter(({ leaveYear }) => leaveYear === '2025-01-01')
        .reduce((sum, { n }) => sum + n, 0)
    expect(until('2025-01-01')).toBe(658)
    expect(until('2025-03-14')).toBe(48_000)
    expect(until('2025-12-31')).toBe(24 * DAY)
  })

  test('per grant is each grant’s own: biweekly 3.08 hours are 80.08 in a year of 26, and 83.16 in one of 27', () => {
    const policy = {
      ...vacation({
        stage: { amount: 1_848_000, per: 'grant', frequency: { every: 'twoWeeks', anchor: date('2024-01-01') } },
      }),
      unit: 'minute' as const,
    }
    expect(grantedIn(person({ policy }), 2025)).toBe(26 * 1_848_000)
    expect(grantedIn(person({ policy }), 2024)).toBe(27 * 1_848_000)
  })
})
