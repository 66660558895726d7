import { describe, expect, test } from 'vitest'
import type { Horizon } from './horizon.ts'
import type { Notice } from './notice.ts'
import { day, facts, found, leave, range, wish } from './rules.given.ts'

const notice: Notice = { kind: 'notice', count: 'calendar', length: 'days', days: 70_000, each: 0, longer: [] }
const asked = (on: string, first: string, last = first) => wish(range(first, last), { askedOn: day(on) })

describe('a notice period', () => {
  test('of seven days is kept from the 2nd to the 9th', () => {
    expect(found(notice, asked('2026-03-02', '2026-03-09'))).toEqual([])
    expect(found(notice, asked('2026-03-03', '2026-03-09', '2026-03-10'))).toEqual([
      {
        first: '2026-03-09',
        last: '2026-03-10',
        part: 'whole',
        required: { of: 'calendarDays', n: 70_000 },
        found: { of: 'calendarDays', n: 60_000 },
        requests: [],
      },
    ])
  })

  test.each([
    ['2026-03-02', '2026-03-09', 5, 'a week from Monday to Monday'],
    ['2026-03-06', '2026-03-09', 1, 'Friday for Monday'],
    ['2026-03-07', '2026-03-09', 0, 'Saturday for Monday'],
    ['2026-04-02', '2026-04-06', 1, 'a holiday between is no working day'],
    ['2026-03-09', '2026-03-09', 0, 'the same day'],
    ['2026-03-10', '2026-03-09', 0, 'afterwards'],
  ])('in working days, from %s to %s, is %i: %s', (on, first, days) => {
    const working = (n: number): Notice => ({ ...notice, count: 'working', days: n * 10_000 })
    expect(found(working(days), asked(on, first))).toEqual([])
    expect(found(working(days + 1), asked(on, first)).map((finding) => finding.found)).toEqual([
      { of: 'workingDays', n: days * 10_000 },
    ])
  })

  test('of twice the leave and a day is 3 days for 1, 11 for 5 (Working Time Regulations 1998, 15)', () => {
    const law: Notice = { ...notice, days: 10_000, each: 20_000 }
    expect(found(law, asked('2026-03-02', '2026-03-05'))).toEqual([])
    expect(found(law, asked('2026-03-03', '2026-03-05'))).toHaveLength(1)
    expect(found(law, asked('2026-03-05', '2026-03-16', '2026-03-20'))).toEqual([])
    expect(found(law, asked('2026-03-06', '2026-03-16', '2026-03-20')).map(({ required }) => required)).toEqual([
      { of: 'calendarDays', n: 110_000 },
    ])
  })

  test('is rounded up to whole days', () => {
    const half: Notice = { ...notice, days: 0, each: 5_000 }
    expect(found(half, asked('2026-03-02', '2026-03-03')).map(({ required }) => required)).toEqual([])
    expect(found(half, asked('2026-03-03', '2026-03-03')).map(({ required }) => required)).toEqual([
      { of: 'calendarDays', n: 10_000 },
    ])
  })

  test('grows with the length of the leave', () => {
    const steps: Notice = {
      ...notice,
      days: 10_000,
      longer: [
        { atLeast: 30_000, days: 140_000, each: 0 },
        { atLeast: 100_000, days: 300_000, each: 0 },
      ],
    }
    const required = (first: string, last: string) =>
      found(steps, asked('2026-03-02', first, last)).map((finding) => finding.required)
    expect(required('2026-03-03', '2026-03-04')).toEqual([])
    expect(required('2026-03-03', '2026-03-05')).toEqual([{ of: 'calendarDays', n: 140_000 }])
    expect(required('2026-03-09', '2026-03-20')).toEqual([{ of: 'calendarDays', n: 300_000 }])
  })

  test('of nothing lets people enter what has been', () =>
    expect(found({ ...notice, days: 0 }, asked('2026-03-10', '2026-03-02'))).toEqual([]))

  test('asks a change of accepted leave only when it adds days', () => {
    const known = facts({ leaves: [leave('wish', range('2026-03-09', '2026-03-13'))] })
    expect(found(notice, asked('2026-03-06', '2026-03-09', '2026-03-10'), known)).toEqual([])
    expect(found(notice, asked('2026-03-06', '2026-03-09', '2026-03-16'), known)).toEqual([])
    expect(found(notice, asked('2026-03-10', '2026-03-09', '2026-03-16'), known)).toHaveLength(1)
  })
})

describe('a waiting period', () => {
  const joined = facts({ employment: [{ from: day('2026-08-31'), until: null, fact: 'joined' }] })
  const waiting = { kind: 'waiting', for: { n: 6, unit: 'month' } } as const

  test('ends on the same day of a later month, or on its last day', () => {
    expect(found(waiting, wish(range('2027-02-28')), joined)).toEqual([])
    expect(found(waiting, wish(range('2027-02-26', '2027-03-02')), joined)).toEqual([
      {
        first: '2027-02-26',
        last: '2027-02-27',
        part: 'whole',
        required: { of: 'date', date: '2027-02-28' },
        found: { of: 'date', date: '2027-02-26' },
        requests: [],
      },
    ])
  })

  test('of 90 days is over on the 91st', () => {
    const days = { kind: 'waiting', for: { n: 90, unit: 'day' } } as const
    expect(found(days, wish(range('2026-11-29')), joined)).toEqual([])
    expect(found(days, wish(range('2026-11-28')), joined)).toHaveLength(1)
  })

  test('may be of days that were worked: holidays, days off and leave do not count', () => {
    const worked = { kind: 'waiting', for: { workedDays: 50_000 } } as const
    const known = facts({
      employment: [{ from: day('2026-03-30'), until: null, fact: 'joined' }],
      leaves: [leave('a', range('2026-03-31'))],
    })
    // 30 March, 1, 2, 6 and 7 April: Good Friday, the weekend and a day of leave lie between.
    expect(found(worked, wish(range('2026-04-08')), known)).toEqual([])
    expect(found(worked, wish(range('2026-04-07')), known).map((finding) => finding.found)).toEqual([
      { of: 'workingDays', n: 40_000 },
    ])
  })
})

describe('how far ahead and back leave is asked for', () => {
  const horizon: Horizon = { kind: 'horizon', back: null, ahead: null, measuredTo: 'last' }

  test('is not limited where nothing is said', () =>
    expect(found(horizon, asked('2026-03-02', '2020-03-02'))).toEqual([]))

  test('may not lie in the past', () => {
    const today: Horizon = { ...horizon, back: { n: 0, unit: 'day' } }
    expect(found(today, asked('2026-03-02', '2026-03-02'))).toEqual([])
    expect(found(today, asked('2026-03-03', '2026-03-02', '2026-03-04'))).toEqual([
      {
        first: '2026-03-02',
        last: '2026-03-04',
        part: 'whole',
        required: { of: 'date', date: '2026-03-03' },
        found: { of: 'date', date: '2026-03-02' },
        requests: [],
      },
    ])
  })

  test('may lie so many days back', () => {
    const week: Horizon = { ...horizon, back: { n: 7, unit: 'day' } }
    expect(found(week, asked('2026-03-09', '2026-03-02'))).toEqual([])
    expect(found(week, asked('2026-03-10', '2026-03-02'))).toHaveLength(1)
  })

  test('may lie so far ahead, by its last day or its first', () => {
    const year: Horizon = { ...horizon, ahead: { n: 12, unit: 'month' } }
    expect(found(year, asked('2026-03-02', '2027-03-01', '2027-03-02'))).toEqual([])
    expect(found(year, asked('2026-03-02', '2027-03-01', '2027-03-03')).map((finding) => finding.found)).toEqual([
      { of: 'date', date: '2027-03-03' },
    ])
    expect(found({ ...year, measuredTo: 'first' }, asked('2026-03-02', '2027-03-01', '2027-03-03'))).toEqual([])
  })
})
