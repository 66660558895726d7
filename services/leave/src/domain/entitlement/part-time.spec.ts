import { describe, expect, test } from 'vitest'
import { counting as standard } from '../policy/defaults.ts'
import type { Stage } from '../policy/plan.ts'
import type { Policy } from '../policy/policy.ts'
import type { Proration } from '../policy/proration.ts'
import type { Schedule } from '../time/schedule.ts'
import { DAY, date, type Given, granted, grantedIn, person, vacation, week } from './earning.given.ts'

const scaled = (scale: Proration['scale'], by: Proration['by'] = 'months') =>
  vacation({ stage: { amount: 20 * DAY }, proration: { scale, by } })

describe('an amount follows the schedule', () => {
  const threeDays = week(3, 7000)
  test.each<[Proration['scale'], Schedule, number]>([
    ['none', threeDays, 20 * DAY],
    ['fte', threeDays, 14 * DAY],
    [{ fullWeekDays: 5 * DAY }, threeDays, 12 * DAY],
    [{ fullWeekMinutes: 2400 }, threeDays, 12 * DAY],
    [{ fullWeekDays: 5 * DAY }, week(6), 24 * DAY],
    // three days in one week, two in the other
    [{ fullWeekDays: 5 * DAY }, { ...week(3), weeks: [...week(3).weeks, ...week(2).weeks] }, 10 * DAY],
  ])('by %j', (scale, schedule, expected) => {
    expect(grantedIn(person({ policy: scaled(scale), schedules: [['2020-01-01', schedule]] }), 2025)).toBe(expected)
  })

  test('in full where no schedule is known, and by the first one before it', () => {
    expect(grantedIn(person({ policy: scaled('fte') }), 2025)).toBe(20 * DAY)
    expect(grantedIn(person({ policy: scaled('fte'), schedules: [['2025-07-01', week(3, 6000)]] }), 2025)).toBe(
      12 * DAY,
    )
  })
})

describe('hours that change in mid-year', () => {
  const fromFiveToThree = [
    ['2020-01-01', week(5)],
    ['2025-07-01', week(3)],
  ] as const
  const fullWeek: Proration['scale'] = { fullWeekDays: 5 * DAY }

  test('leave what was earned at full time its value (CJEU C-486/08 and C-415/12), and count from then on (C-219/14)', () => {
    expect(grantedIn(person({ policy: scaled(fullWeek), schedules: fromFiveToThree }), 2025)).toBe(16 * DAY)
  })

  test('by calendar days: 181 of them at full time, 184 at three fifths', () => {
    const facts = person({ policy: scaled(fullWeek, 'calendarDays'), schedules: fromFiveToThree })
    expect(grantedIn(facts, 2025)).toBe(Math.round((20 * DAY * (181 * 5 + 184 * 3)) / (365 * 5)))
  })

  test('divide the month in which they change by calendar days', () => {
    const schedules = [
      ['2020-01-01', week(5)],
      ['2025-04-16', week(0)],
    ] as const
    const monthly = (proration: Partial<Proration>) =>
      vacation({ stage: { amount: 24 * DAY, frequency: { every: 'month', on: 'leaveYear' } }, proration })
    const facts = person({ policy: monthly({ scale: fullWeek, by: 'months' }), schedules })
    expect(granted(facts, '2025-12-31').slice(-2)).toEqual(['2025-03-01 20000', '2025-04-01 10000'])
  })

  test('by working days: each part counts those of its own schedule', () => {
    const schedules = [
      ['2020-01-01', week(5)],
      ['2025-07-01', week(1)],
    ] as const
    const facts = person({ policy: scaled(fullWeek, 'workingDays'), schedules })
    // 129 of 261 Mondays to Fridays, then 26 of 52 Mondays at a fifth
    expect(grantedIn(facts, 2025)).toBe(Math.round(20 * DAY * (129 / 261 + 26 / 52 / 5)))
  })

  test('and the joining day together: by months, April to June in full and July to December at three fifths', () => {
    const facts = person({ joined: '2025-04-01', policy: scaled(fullWeek), schedules: fromFiveToThree })
    expect(grantedIn(facts, 2025)).toBe(11 * DAY)
  })

  test('change later grants alone, month by month', () => {
    const policy = vacation({
      stage: { amount: 24 * DAY, frequency: { every: 'month', on: 'leaveYear' } },
      proration: { scale: fullWeek },
    })
    const facts = person({ joined: '2025-01-01', policy, schedules: fromFiveToThree })
    expect(granted(facts, '2025-08-31').slice(5)).toEqual(['2025-06-01 20000', '2025-07-01 12000', '2025-08-01 12000'])
  })
})

describe('a policy that changes in mid-year', () => {
  const [twenty, thirty] = [vacation({ stage: { amount: 20 * DAY } }), vacation({ stage: { amount: 30 * DAY } })]

  test('divides the period by time', () => {
    const byMonths = (amount: number) => vacation({ stage: { amount: amount * DAY }, proration: { by: 'months' } })
    const facts = person({
      policies: [
        ['2020-01-01', byMonths(20)],
        ['2025-07-01', byMonths(30)],
      ],
    })
    expect(granted(facts, '2025-12-31').slice(-1)).toEqual(['2025-01-01 250000'])
  })

  test('divides it though it says that a first period is paid in full', () => {
    const full = { joiner: 'full', leaver: 'full', planStart: 'full' } as const
    const facts = person({
      policies: [
        ['2020-01-01', vacation({ stage: { amount: 20 * DAY }, partial: full })],
        ['2025-07-01', vacation({ stage: { amount: 30 * DAY }, partial: full })],
      ],
    })
    expect(granted(facts, '2025-12-31').slice(-1)).toEqual([
      `2025-01-01 ${Math.round((DAY * (20 * 181 + 30 * 184)) / 365)}`,
    ])
  })

  test('changes nothing where the new one says the same', () => {
    expect(
      grantedIn(
        person({
          policies: [
            ['2020-01-01', twenty],
            ['2025-07-17', twenty],
          ],
        }),
        2025,
      ),
    ).toBe(20 * DAY)
  })

  test('ends the period where the frequency changes with it', () => {
    const monthly = vacation({ stage: { amount: 24 * DAY, frequency: { every: 'month', on: 'leaveYear' } } })
    const facts = person({
      joined: '2025-01-01',
      policies: [
        ['2020-01-01', thirty],
        ['2025-07-17', monthly],
      ],
    })
    expect(granted(facts, '2025-08-31')).toEqual([
      `2025-01-01 ${Math.round((30 * DAY * 197) / 365)}`,
      '2025-07-17 9677', // 15 of 31 days of 2; rounded cumulatively with what was paid before
      '2025-08-01 20000',
    ])
  })

  test('ends it where the leave year does', () => {
    const fiscal = vacation({ stage: { amount: 20 * DAY }, entitlement: { leaveYear: { month: 4, day: 1 } } })
    const facts = person({
      joined: '2025-01-01',
      policies: [
        ['2020-01-01', twenty],
        ['2025-07-01', fiscal],
      ],
    })
    expect(granted(facts, '2026-04-01')).toEqual([
      `2025-01-01 ${Math.round((20 * DAY * 181) / 365)}`,
      `2025-07-01 ${Math.round((20 * DAY * 274) / 365)}`,
      '2026-04-01 200000',
    ])
  })

  test('ends what is earned where the new one has no plan', () => {
    const none = vacation({ entitlement: { plan: null } })
    const facts = person({
      joined: '2025-01-01',
      policies: [
        ['2020-01-01', twenty],
        ['2025-03-15', none],
        ['2025-12-01', thirty],
      ],
    })
    expect(granted(facts, '2026-01-01')).toEqual([
      `2025-01-01 ${Math.round((20 * DAY * 73) / 365)}`,
      `2025-12-01 ${Math.round((30 * DAY * 31) / 365)}`,
      '2026-01-01 300000',
    ])
  })

  test('says nothing of one that ended before somebody joined', () => {
    const facts = person({
      joined: '2025-03-01',
      policies: [
        ['2020-01-01', twenty],
        ['2025-02-01', thirty],
      ],
    })
    expect(granted(facts, date('2025-12-31'))).toEqual([`2025-03-01 ${Math.round((30 * DAY * 306) / 365)}`])
  })
})

describe('an amount in days of a policy in hours, or in hours of one in days,', () => {
  const hours = (
    own: Partial<Policy>,
    stage: Partial<Stage>,
    schedules: Given['schedules'] = [['2025-01-01', week(5)]],
  ) =>
    granted(
      person({ joined: '2025-01-01', schedules: schedules ?? [], policy: { ...vacation({ stage }), ...own } }),
      '2025-12-31',
    )
  const fixed = { ...standard, hours: { dayMinutes: 450 } }

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'is turned by the average worked day of the schedule',
      hours({ unit: 'minute' }, { amount: 28 * DAY, amountIn: 'day' }),
      [`2025-01-01 ${28 * 480 * DAY}`],
    ],
    ['or back', hours({ unit: 'day' }, { amount: 84 * 60 * DAY, amountIn: 'minute' }), [`2025-01-01 ${10.5 * DAY}`]],
    [
      'or by the fixed length of day',
      hours({ unit: 'minute', counting: fixed }, { amount: 28 * DAY, amountIn: 'day' }),
      [`2025-01-01 ${28 * 450 * DAY}`],
    ],
    [
      'or by eight hours where nobody works',
      hours({ unit: 'day', counting: standard }, { amount: 60 * DAY, amountIn: 'minute' }, []),
      [`2025-01-01 ${DAY / 8}`],
    ],
    [
      'and stays as it is in the policy’s own unit',
      hours({ unit: 'minute' }, { amount: 600 * DAY, amountIn: 'minute' }),
      [`2025-01-01 ${600 * DAY}`],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})
