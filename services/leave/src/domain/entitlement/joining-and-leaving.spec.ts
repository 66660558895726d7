import { describe, expect, test } from 'vitest'
import type { Plan } from '../policy/plan.ts'
import type { Proration } from '../policy/proration.ts'
import { DAY, date, granted, grantedIn, person, vacation, week } from './earning.given.ts'
import { grantsOf } from './grants-of.ts'

const byMonths = (month: Proration['month']) => vacation({ proration: { by: 'months', month } })

describe('24 days a year, by months', () => {
  test.each<[Proration['month'], string, string | undefined, number]>([
    ['complete', '2025-03-10', undefined, 18 * DAY],
    ['full', '2025-03-10', undefined, 20 * DAY],
    ['byDays', '2025-03-10', undefined, 18 * DAY + 14_194], // 22 of 31 days of two
    [{ limitDay: 15 }, '2025-03-10', undefined, 20 * DAY],
    [{ limitDay: 10 }, '2025-03-10', undefined, 20 * DAY],
    [{ limitDay: 9 }, '2025-03-10', undefined, 18 * DAY],
    ['complete', '2025-03-01', undefined, 20 * DAY],
    ['complete', '2020-01-01', '2025-09-20', 16 * DAY],
    ['full', '2020-01-01', '2025-09-20', 18 * DAY],
    ['byDays', '2020-01-01', '2025-09-20', 16 * DAY + 13_333],
    [{ limitDay: 15 }, '2020-01-01', '2025-09-20', 18 * DAY],
    [{ limitDay: 15 }, '2020-01-01', '2025-09-14', 16 * DAY],
    [{ limitDay: 15 }, '2020-01-01', '2025-09-15', 18 * DAY],
    ['complete', '2025-03-10', '2025-09-20', 10 * DAY],
    // both in one month
    ['full', '2025-03-05', '2025-03-20', 2 * DAY],
    ['byDays', '2025-03-05', '2025-03-20', 10_323],
    ['complete', '2025-03-05', '2025-03-20', 0],
    ['complete', '2025-03-01', '2025-03-31', 2 * DAY],
    [{ limitDay: 15 }, '2025-03-05', '2025-03-20', 2 * DAY],
    [{ limitDay: 15 }, '2025-03-05', '2025-03-14', 0],
    [{ limitDay: 31 }, '2025-02-28', undefined, 22 * DAY],
    [{ atLeastDays: 15 }, '2025-03-17', undefined, 20 * DAY],
    [{ atLeastDays: 15 }, '2025-03-18', undefined, 18 * DAY],
    [{ atLeastDays: 15 }, '2020-01-01', '2025-09-15', 18 * DAY],
    [{ atLeastDays: 15 }, '2020-01-01', '2025-09-14', 16 * DAY],
    [{ atLeastDays: 31 }, '2025-02-01', undefined, 22 * DAY],
  ])('the month counts %j: from %s to %s', (month, joined, left, expected) => {
    expect(grantedIn(person({ joined, ...(left ? { left } : {}), policy: byMonths(month) }), 2025)).toBe(expected)
  })

  test('months of a leave year that starts on the 15th are its own', () => {
    const policy = vacation({
      proration: { by: 'months', month: 'complete' },
      entitlement: { leaveYear: { month: 4, day: 15 } },
    })
    expect(granted(person({ joined: '2025-05-15', policy }), '2026-04-14')).toEqual(['2025-05-15 220000'])
    expect(granted(person({ joined: '2025-05-16', policy }), '2026-04-14')).toEqual(['2025-05-16 200000'])
  })
})

test('who leaves before the limit day and joins again after it is not paid for the month', () => {
  const employment = [
    { from: date('2025-01-01'), until: date('2025-02-05'), fact: 'first' },
    { from: date('2025-02-26'), until: date('2025-02-28'), fact: 'second' },
  ]
  expect(grantedIn(person({ employment, policy: byMonths({ limitDay: 6 }) }), 2025)).toBe(2 * DAY)
  expect(grantedIn(person({ employment, policy: byMonths({ limitDay: 5 }) }), 2025)).toBe(4 * DAY)
})

describe('24 days a year, by calendar days', () => {
  test.each([
    ['2025-01-01', undefined, 24 * DAY],
    ['2025-03-10', undefined, 195_288], // 297 of 365
    ['2024-03-10', undefined, 194_754], // 297 of 366
    ['2024-02-29', undefined, 201_311],
    ['2020-01-01', '2025-06-30', 119_014],
    ['2025-12-31', undefined, 658],
  ])('from %s to %s', (joined, left, expected) => {
    const facts = person({ joined, ...(left ? { left } : {}) })
    expect(grantedIn(facts, joined === '2020-01-01' ? 2025 : Number(joined.slice(0, 4)))).toBe(expected)
  })

  test('who comes back in the same year is paid for both times', () => {
    const employment = [
      { from: date('2020-01-01'), until: date('2025-03-31'), fact: 'first' },
      { from: date('2025-10-01'), until: null, fact: 'second' },
    ]
    expect(grantedIn(person({ employment }), 2025)).toBe(Math.round((24 * DAY * (90 + 92)) / 365))
  })
})

describe('24 days a year, by working days', () => {
  const calendars = {
    Berlin: { holidays: [{ day: date('2025-12-25'), part: 'whole' as const, name: 'Christmas' }], closings: [] },
  }

  test('the share is that of the days that the schedule works', () => {
    const policy = vacation({ proration: { by: 'workingDays' } })
    // 2025 has 261 Mondays to Fridays, 23 of them in December; one is a holiday
    const facts = person({ joined: '2025-12-01', policy, calendars, schedules: [['2025-12-01', week(5)]] })
    expect(grantedIn(facts, 2025)).toBe(Math.round((24 * DAY * 22) / 260))
  })

  test('holidays may count', () => {
    const policy = vacation({ proration: { by: 'workingDays', countHolidays: true } })
    const facts = person({ joined: '2025-12-01', policy, calendars, schedules: [['2025-12-01', week(5)]] })
    expect(grantedIn(facts, 2025)).toBe(Math.round((24 * DAY * 23) / 261))
  })

  test('without a schedule calendar days take their place', () => {
    const policy = vacation({ proration: { by: 'workingDays' } })
    expect(grantedIn(person({ joined: '2025-12-01', policy }), 2025)).toBe(Math.round((24 * DAY * 31) / 365))
  })
})

describe('an incomplete month of two days', () => {
  const monthly = (partial: Partial<Plan['partial']>) =>
    vacation({
      stage: { frequency: { every: 'month', on: 'leaveYear' } },
      partial: { joiner: 'prorated', leaver: 'prorated', planStart: 'prorated', ...partial },
    })

  test.each([
    ['full', ['2025-03-10 20000', '2025-04-01 20000']],
    ['prorated', ['2025-03-10 14194', '2025-04-01 20000']],
    ['none', ['2025-04-01 20000']],
  ] as const)('of somebody who joined within it is paid %s', (joiner, expected) => {
    expect(granted(person({ joined: '2025-03-10', policy: monthly({ joiner }) }), '2025-04-30')).toEqual(expected)
  })

  test.each([
    ['full', ['2025-02-01 20000', '2025-03-01 20000']],
    ['prorated', ['2025-02-01 20000', '2025-03-01 6452']],
    ['none', ['2025-02-01 20000']],
  ] as const)('of somebody who left within it is paid %s', (leaver, expected) => {
    const facts = person({ joined: '2025-02-01', left: '2025-03-10', policy: monthly({ leaver }) })
    expect(granted(facts, '2025-12-31')).toEqual(expected)
  })

  test.each([
    ['full', ['2025-03-10 20000', '2025-04-01 20000']],
    ['prorated', ['2025-03-10 14194', '2025-04-01 20000']],
    ['none', ['2025-04-01 20000']],
  ] as const)('in which the plan began to apply is paid %s', (planStart, expected) => {
    const policy = monthly({ planStart, joiner: 'none' })
    expect(granted(person({ since: '2025-03-10', policy }), '2025-04-30')).toEqual(expected)
  })

  test('is a joiner’s where somebody joins on the day the plan begins or later', () => {
    const policy = monthly({ joiner: 'full', planStart: 'none' })
    expect(granted(person({ joined: '2025-03-10', since: '2025-03-10', policy }), '2025-03-31')).toEqual([
      '2025-03-10 20000',
    ])
  })

  test('is divided where another policy ends a waiting time, though tenure counts from it', () => {
    const waits = { length: { n: 1, unit: 'year' }, earned: 'lost' } as const
    const policies = [
      ['2025-01-01', vacation({ ...monthly({}).entitlement?.plan, waiting: waits })],
      ['2025-03-10', vacation({ ...monthly({ planStart: 'full' }).entitlement?.plan, tenureFrom: 'planStart' })],
    ] as const
    expect(granted(person({ joined: '2025-01-01', policies }), '2025-04-30')).toEqual([
      '2025-03-10 14194',
      '2025-04-01 20000',
    ])
  })

  test('is paid where somebody leaves on the last day as if nobody left', () => {
    const facts = person({
      joined: '2025-03-01',
      left: '2025-03-31',
      policy: monthly({ leaver: 'none', joiner: 'none' }),
    })
    expect(granted(facts, '2025-12-31')).toEqual(['2025-03-01 20000'])
  })

  test('counts whole where it ends, and by days where it begins', () => {
    const facts = person({ joined: '2025-03-10', left: '2025-03-20', policy: monthly({ leaver: 'full' }) })
    expect(granted(facts, '2025-12-31')).toEqual(['2025-03-10 14194'])
  })

  test('is due on the last day of employment, where grants are due at the end', () => {
    const atEnd = vacation({ stage: { frequency: { every: 'month', on: 'leaveYear' } }, due: 'end' })
    expect(granted(person({ joined: '2025-02-10', left: '2025-03-10', policy: atEnd }), '2025-12-31')).toEqual([
      '2025-02-28 13571',
      '2025-03-10 6452',
    ])
  })
})

describe('a year of 24 days under German law: full after six months, for leavers from 1 July on', () => {
  const policy = vacation({
    proration: { by: 'months' },
    partial: {
      joiner: { fullAfter: { n: 6, unit: 'month' } },
      leaver: { fullAfter: { n: 6, unit: 'month' }, from: { month: 7, day: 1 } },
      planStart: 'prorated',
    },
  })
  test.each([
    ['2025-01-15', undefined, 24],
    ['2025-06-30', undefined, 24],
    ['2025-07-01', undefined, 12],
    ['2020-01-01', '2025-06-30', 12],
    ['2020-01-01', '2025-07-01', 24],
    ['2025-01-15', '2025-07-15', 24],
    ['2025-01-15', '2025-07-14', 10],
    ['2025-03-01', '2025-07-31', 10],
    ['2024-12-01', '2025-05-31', 10],
  ])('from %s to %s', (joined, left, days) => {
    const facts = person({ joined, ...(left ? { left } : {}), policy })
    expect(grantedIn(facts, 2025)).toBe(days * DAY)
  })
})

describe('after joining', () => {
  const waiting = (earned: 'lost' | 'granted', left?: string) =>
    granted(
      person({
        joined: '2025-01-20',
        ...(left ? { left } : {}),
        policy: vacation({
          stage: { frequency: { every: 'month', on: 'leaveYear' } },
          waiting: { length: { n: 3, unit: 'month' }, earned },
          partial: { joiner: 'full', leaver: 'prorated', planStart: 'none' },
        }),
      }),
      '2025-05-31',
    )

  test('what would have been earned in the waiting period is lost, and its end counts as joining', () => {
    expect(waiting('lost')).toEqual(['2025-04-20 20000', '2025-05-01 20000'])
  })

  test('or it is granted on the first day after it', () => {
    expect(waiting('granted')).toEqual([
      '2025-04-20 20000',
      '2025-04-20 20000',
      '2025-04-20 20000',
      '2025-04-20 20000',
      '2025-05-01 20000',
    ])
  })

  test('who leaves before it is over gets nothing', () => {
    expect(waiting('granted', '2025-04-19')).toEqual([])
    expect(waiting('lost', '2025-04-19')).toEqual([])
  })

  test('who is away on the first day after it gets nothing of what was due before, also when employed again', () => {
    const employment = [
      { from: date('2025-01-01'), until: date('2025-02-28'), fact: 'first' },
      { from: date('2025-06-01'), until: null, fact: 'second' },
    ]
    const policy = vacation({
      stage: { frequency: { every: 'month', on: 'leaveYear' } },
      waiting: { length: { n: 3, unit: 'month' }, earned: 'granted' },
    })
    expect(granted(person({ employment, policy }), '2025-07-31')).toEqual(['2025-06-01 20000', '2025-07-01 20000'])
  })

  test('nothing is granted without a day of joining', () => {
    expect(grantsOf(person({ employment: [] }), 'vacation', date('2025-12-31'))).toEqual([])
  })
})
