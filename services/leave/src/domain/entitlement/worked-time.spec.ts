import { describe, expect, test } from 'vitest'
import type { Facts, Leave } from '../facts/facts.ts'
import { policy as standard } from '../policy/defaults.ts'
import type { Plan } from '../policy/plan.ts'
import type { Policy } from '../policy/policy.ts'
import { DAY, date, type Given, granted, person, vacation, week } from './earning.given.ts'

const monthly = { every: 'month', on: 'leaveYear' } as const
const calendars: Facts['calendars'] = {
  Berlin: { holidays: [{ day: date('2025-01-01'), part: 'whole', name: 'New Year' }], closings: [] },
}

const sick = (countsAsWorked: boolean): Policy => {
  const policy = standard('sick')
  return { ...policy, counting: { ...policy.counting, countsAsWorked } }
}

const away = (first: string, last: string, status: Leave['status'] = 'accepted'): Leave => ({
  id: first,
  leaveType: 'sick',
  status,
  dates: { kind: 'range', first: date(first), firstPart: 'whole', last: date(last), lastPart: 'whole' },
  charges: [],
  fact: first,
})

/** Two days a month; in January 2025 there are 23 Mondays to Fridays, one of them a holiday. */
const january = (earned: Plan['earned'], given: Given = {}, unworked = true) =>
  granted(
    person({
      joined: '2025-01-01',
      calendars,
      schedules: [['2025-01-01', week(5)]],
      policies: [
        ['2020-01-01', vacation({ earned, due: 'end', stage: { amount: 2 * DAY, per: 'grant', frequency: monthly } })],
        ['2020-01-01', sick(!unworked)],
      ],
      ...given,
    }),
    '2025-01-31',
  )

describe('a period’s amount times the worked share', () => {
  test.each<[string, Given, readonly string[]]>([
    ['is all of it where all that was planned is worked', {}, ['2025-01-31 20000']],
    ['is half of it after eleven of 22 days', { leaves: [away('2025-01-02', '2025-01-16')] }, ['2025-01-31 10000']],
    ['is nothing after none', { leaves: [away('2024-12-01', '2025-03-01')] }, []],
    [
      'counts a day once that two leaves name',
      { leaves: [away('2025-01-02', '2025-01-16'), away('2025-01-06', '2025-01-08')] },
      ['2025-01-31 10000'],
    ],
    [
      'does not count what is only asked for',
      { leaves: [away('2025-01-02', '2025-01-16', 'pending')] },
      ['2025-01-31 20000'],
    ],
    [
      'takes a record in place of the schedule',
      { worked: [{ first: date('2025-01-01'), last: date('2025-01-31'), minutes: 5280, fact: 'clock' }] },
      ['2025-01-31 10000'],
    ],
    ['is all of it where nothing was planned', { schedules: [] }, ['2025-01-31 20000']],
  ])('%s', (_, given, expected) => {
    expect(january('byWorkedShare', given)).toEqual(expected)
  })

  test('is all of it where the type counts as worked', () => {
    expect(january('byWorkedShare', { leaves: [away('2025-01-02', '2025-01-16')] }, false)).toEqual([
      '2025-01-31 20000',
    ])
  })
})

describe('leave before the first policy of its type applies', () => {
  test('counts as worked or not as that policy says', () => {
    const policies = [
      [
        '2020-01-01',
        vacation({ earned: 'byWorkedShare', due: 'end', stage: { amount: 2 * DAY, per: 'grant', frequency: monthly } }),
      ],
      ['2025-02-01', sick(false)],
    ] as const
    expect(january('byWorkedShare', { policies, leaves: [away('2025-01-02', '2025-01-16')] })).toEqual([
      '2025-01-31 10000',
    ])
  })
})

describe('an amount for every so much worked', () => {
  const hour = 60 * DAY
  const hourPerThirty = (given: Given) =>
    granted(
      person({
        joined: '2025-01-01',
        schedules: [['2025-01-01', week(5)]],
        calendars,
        policies: [
          [
            '2020-01-01',
            {
              ...vacation({
                earned: { per: 'minute', n: 30 * 60 },
                due: 'end',
                stage: { amount: hour, per: 'grant', frequency: monthly },
              }),
              unit: 'minute',
            },
          ],
          ['2020-01-01', sick(false)],
        ],
        ...given,
      }),
      '2025-01-31',
    )

  test('is one hour per 30 worked: 176 hours are 5 hours 52 minutes', () => {
    expect(hourPerThirty({})).toEqual([`2025-01-31 ${352 * DAY}`])
  })

  test('holds for part of a month as for a whole one', () => {
    expect(hourPerThirty({ employment: [{ from: date('2025-01-20'), until: null, fact: 'e' }] })).toEqual([
      `2025-01-31 ${160 * DAY}`,
    ])
  })

  test('counts a record by its share of days where it spans two periods', () => {
    const worked = [{ first: date('2025-01-01'), last: date('2025-02-19'), minutes: 3000, fact: 'clock' }]
    expect(hourPerThirty({ worked })).toEqual([`2025-01-31 ${62 * DAY}`])
  })

  test('may count days: one for every eleven', () => {
    expect(january({ per: 'day', n: 22 })).toEqual(['2025-01-31 20000'])
    expect(january({ per: 'day', n: 22 }, { leaves: [away('2025-01-02', '2025-01-02')] })).toEqual(['2025-01-31 19091'])
    const worked = [{ first: date('2025-01-01'), last: date('2025-01-31'), minutes: 5280, fact: 'clock' }]
    expect(january({ per: 'day', n: 22 }, { worked })).toEqual(['2025-01-31 10000'])
  })

  test('is rounded month by month where the plan says each, whatever the months make together', () => {
    const worked = [
      { first: date('2024-06-01'), last: date('2024-06-30'), minutes: 4275, fact: 'June' },
      { first: date('2024-07-01'), last: date('2024-07-31'), minutes: 4275, fact: 'July' },
    ]
    const policy = vacation({
      earned: { per: 'minute', n: 6000 },
      due: 'end',
      rounding: { mode: 'nearest', step: 60 * DAY, of: 'each' },
      stage: { amount: 7_242_000, per: 'grant', frequency: monthly },
    })
    expect(granted(person({ joined: '2024-06-01', schedules: [], worked, policy }), '2024-07-31')).toEqual([
      `2024-06-30 ${9 * 60 * DAY}`,
      `2024-07-31 ${9 * 60 * DAY}`,
    ])
  })
})
