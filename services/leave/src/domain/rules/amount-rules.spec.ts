import { describe, expect, test } from 'vitest'
import type { Leave } from '../facts/facts.ts'
import { counting } from '../policy/defaults.ts'
import type { Dates } from '../time/absence.ts'
import { chargesOf } from '../time/charges-of.ts'
import type { AtMost } from './at-most.ts'
import type { LengthLimit } from './length-limit.ts'
import { day, facts, found, leave, range, wish } from './rules.given.ts'

const most = (n: number, given: Partial<LengthLimit> = {}): LengthLimit => ({
  kind: 'maximumLength',
  length: { in: 'days', n: n * 10_000 },
  adjoining: 'off',
  ...given,
})
const having = (...leaves: readonly Leave[]) => facts({ leaves })
const lengths = (rule: LengthLimit, dates: Dates, ...leaves: readonly Leave[]) =>
  found(rule, wish(dates), having(...leaves)).map(({ found: figure }) => [
    figure.of,
    'n' in figure ? figure.n / 10_000 : 0,
  ])

describe('the length of leave', () => {
  test('may be limited in charged days: a weekend costs nothing', () => {
    expect(found(most(5), wish(range('2026-03-05', '2026-03-11')))).toEqual([])
    expect(found(most(5), wish(range('2026-03-05', '2026-03-12')))).toEqual([
      {
        first: '2026-03-05',
        last: '2026-03-12',
        part: 'whole',
        required: { of: 'days', n: 50_000 },
        found: { of: 'days', n: 60_000 },
        requests: [],
      },
    ])
  })

  test('may be limited in calendar days, free or not', () => {
    const week = most(0, { length: { in: 'calendarDays', n: 70_000 } })
    expect(lengths(week, range('2026-03-02', '2026-03-08'))).toEqual([])
    expect(lengths(week, range('2026-03-02', '2026-03-09'))).toEqual([['calendarDays', 8]])
  })

  test('has a minimum: halves may be too short', () => {
    const whole = most(1, { kind: 'minimumLength' })
    expect(lengths(whole, range('2026-03-02'))).toEqual([])
    expect(lengths(whole, range('2026-03-02', '2026-03-02', 'am'))).toEqual([['days', 0.5]])
  })

  test('may be limited in hours, though days are counted', () => {
    const hours = most(0, { length: { in: 'minutes', n: 4_800_000 } })
    expect(lengths(hours, range('2026-03-02'))).toEqual([])
    expect(lengths(hours, range('2026-03-02', '2026-03-03'))).toEqual([['minutes', 960]])
  })

  test('may be limited in days, though minutes are counted', () => {
    const dates = range('2026-03-02', '2026-03-03')
    const charges = chargesOf(facts(), dates, counting, 'minute')
    expect(found(most(1), wish(dates, { charges })).map((finding) => finding.found)).toEqual([
      { of: 'days', n: 20_000 },
    ])
  })

  test.each([
    ['off', []],
    ['nextDay', []],
    ['overFreeDays', [['days', 6]]],
  ] as const)('with leave over the weekend, adjoining %s: %j', (adjoining, expected) =>
    expect(
      lengths(most(5, { adjoining }), range('2026-03-09', '2026-03-11'), leave('a', range('2026-03-04', '2026-03-06'))),
    ).toEqual(expected),
  )

  test.each([
    ['off', []],
    ['nextDay', [['days', 6]]],
    ['overFreeDays', [['days', 6]]],
  ] as const)('with leave on the day before, adjoining %s: %j', (adjoining, expected) =>
    expect(
      lengths(
        most(5, { adjoining }),
        range('2026-03-09', '2026-03-11'),
        leave('a', range('2026-03-06', '2026-03-08')),
        leave('b', range('2026-03-12', '2026-03-13')),
      ),
    ).toEqual(expected),
  )

  test('goes on through all leave that adjoins, on both sides and in turn, and names it', () => {
    const known = having(
      leave('a', range('2026-03-02', '2026-03-03')),
      leave('b', range('2026-03-04', '2026-03-06'), { status: 'pending' }),
      leave('c', range('2026-03-16')),
      leave('d', range('2026-03-18')),
      leave('e', range('2026-03-17'), { status: 'over' }),
    )
    expect(found(most(5, { adjoining: 'overFreeDays' }), wish(range('2026-03-09', '2026-03-13')), known)).toEqual([
      {
        first: '2026-03-02',
        last: '2026-03-16',
        part: 'whole',
        required: { of: 'days', n: 50_000 },
        found: { of: 'days', n: 110_000 },
        requests: ['a', 'b', 'c'],
      },
    ])
  })

  test('ends where a worked half lies between', () => {
    const limit = most(1, { adjoining: 'overFreeDays' })
    expect(lengths(limit, range('2026-03-03'), leave('a', range('2026-03-02', '2026-03-02', 'am')))).toEqual([])
    expect(lengths(limit, range('2026-03-03'), leave('a', range('2026-03-02', '2026-03-02', 'pm')))).toEqual([
      ['days', 1.5],
    ])
    expect(
      lengths(
        limit,
        range('2026-03-03', '2026-03-03', 'am'),
        leave('a', range('2026-03-03', '2026-03-03', 'pm')),
        leave('b', range('2026-03-02')),
      ),
    ).toEqual([['days', 2]])
  })

  test('of single days named counts those together that touch', () => {
    const days: Dates = {
      kind: 'days',
      days: ['2026-03-02', '2026-03-03', '2026-03-06'].map((one) => ({ day: day(one), part: 'whole' })),
    }
    expect(lengths(most(2), days)).toEqual([['days', 3]])
    expect(lengths(most(2, { adjoining: 'overFreeDays' }), days)).toEqual([])
    expect(lengths(most(1, { adjoining: 'overFreeDays' }), days)).toEqual([['days', 2]])
  })

  test('looks only at types that the rule is for', () => {
    const known = having(leave('a', range('2026-03-02', '2026-03-06'), { leaveType: 'unpaid' }))
    const limit = most(5, { adjoining: 'overFreeDays' })
    expect(found(limit, wish(range('2026-03-09')), known, undefined, { leaveTypes: ['vacation'] })).toEqual([])
    expect(
      found(limit, wish(range('2026-03-09')), known, undefined, { leaveTypes: ['vacation', 'unpaid'] }),
    ).toHaveLength(1)
  })

  test('may be cut back though it is still too long', () => {
    const known = having(leave('wish', range('2026-03-02', '2026-03-13')))
    expect(found(most(5), wish(range('2026-03-02', '2026-03-12')), known)).toEqual([])
    expect(found(most(5), wish(range('2026-03-02', '2026-03-16')), known)).toHaveLength(1)
  })
})

describe('a limit per period', () => {
  const twice: AtMost = { kind: 'atMost', count: 'requests', most: 2, per: 'month' }
  const [a, b] = [leave('a', range('2026-03-02')), leave('b', range('2026-03-16'), { status: 'pending' })]

  test('of requests counts what is accepted and what waits', () => {
    expect(found(twice, wish(range('2026-03-30')), having(a))).toEqual([])
    expect(found(twice, wish(range('2026-03-30')), having(a, b))).toEqual([
      {
        first: '2026-03-01',
        last: '2026-03-31',
        part: 'whole',
        required: { of: 'requests', n: 2 },
        found: { of: 'requests', n: 3 },
        requests: ['a', 'b'],
      },
    ])
  })

  test('of requests leaves out what is over, and counts a request where it begins', () => {
    expect(found(twice, wish(range('2026-03-30')), having(a, { ...b, status: 'over' }))).toEqual([])
    expect(found(twice, wish(range('2026-03-31', '2026-04-02')), having(a, b))).toHaveLength(1)
    expect(found(twice, wish(range('2026-04-01')), having(a, b))).toEqual([])
  })

  test.each([
    ['week', '2026-03-06', '2026-03-09', ['2026-03-02', '2026-03-08']],
    ['month', '2026-03-31', '2026-04-01', ['2026-03-01', '2026-03-31']],
    ['quarter', '2026-03-31', '2026-04-01', ['2026-01-01', '2026-03-31']],
    ['year', '2026-12-31', '2027-01-01', ['2026-01-01', '2026-12-31']],
  ] as const)('per %s counts its own days only', (per, last, next, [first, end]) => {
    const once: AtMost = { kind: 'atMost', count: 'days', most: 5_000, per }
    const findings = found(once, wish(range(last, next)))
    expect(findings.map((finding) => [finding.first, finding.last, finding.found])[0]).toEqual([
      first,
      end,
      { of: 'days', n: 10_000 },
    ])
    expect(findings).toHaveLength(2)
  })

  test('cuts leave at the period’s end, day by day', () => {
    const three: AtMost = { kind: 'atMost', count: 'days', most: 30_000, per: 'year' }
    const known = having(leave('a', range('2026-06-01', '2026-06-02')))
    expect(found(three, wish(range('2026-12-31', '2027-01-05')), known)).toEqual([])
    expect(
      found(three, wish(range('2026-12-30', '2027-01-05')), known).map(({ first, found }) => [first, found]),
    ).toEqual([['2026-01-01', { of: 'days', n: 40_000 }]])
  })

  test('may be of any stretch of so long, wherever it begins', () => {
    const any: AtMost = { kind: 'atMost', count: 'days', most: 30_000, per: { any: { n: 12, unit: 'month' } } }
    const known = having(leave('a', range('2026-06-01', '2026-06-03')))
    expect(found(any, wish(range('2027-06-01')), known)).toEqual([])
    expect(found(any, wish(range('2027-05-31')), known).map(({ first, last }) => [first, last])).toEqual([
      ['2026-06-01', '2027-05-31'],
    ])
    expect(found(any, wish(range('2025-06-03')), known)).toEqual([])
    expect(found(any, wish(range('2025-06-04')), known).map(({ first, last }) => [first, last])).toEqual([
      ['2025-06-04', '2026-06-03'],
    ])
  })

  test('may be of all time, such as leave for one’s own wedding', () => {
    const once: AtMost = { kind: 'atMost', count: 'requests', most: 1, per: 'ever' }
    expect(found(once, wish(range('2036-03-02')), having(a))).toHaveLength(1)
  })

  test('may be of the leave year of the type', () => {
    const known = facts({
      leaves: [leave('a', range('2026-03-02', '2026-03-03'))],
      policies: [
        {
          from: day('2020-01-01'),
          fact: 'p',
          policy: {
            leaveType: 'vacation',
            unit: 'day',
            counting,
            entitlement: {
              leaveYear: { month: 4, day: 1 },
              plan: null,
              carryOverOn: 'leaveYear',
              order: 'lastUsableFirst',
              floor: 0,
              manual: { mostPerLeaveYear: null, longestValidity: null },
              payOut: { mustStay: 0, most: null, rate: null },
              countLaterLots: false,
            },
          },
        },
      ],
    })
    const two: AtMost = { kind: 'atMost', count: 'days', most: 20_000, per: 'leaveYear' }
    expect(found(two, wish(range('2026-03-31')), known)).toHaveLength(1)
    expect(found(two, wish(range('2026-04-01')), known)).toEqual([])
  })

  test('lets people change leave so that there is not more of it', () => {
    const known = having(leave('wish', range('2026-03-02', '2026-03-06')))
    const one: AtMost = { kind: 'atMost', count: 'days', most: 10_000, per: 'month' }
    expect(found(one, wish(range('2026-03-03', '2026-03-06')), known)).toEqual([])
    expect(found(one, wish(range('2026-03-03', '2026-03-10')), known)).toHaveLength(1)
  })
})
