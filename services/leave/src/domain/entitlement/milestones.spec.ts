import { describe, expect, test } from 'vitest'
import type { Plan } from '../policy/plan.ts'
import { cutsOf } from './cuts-of.ts'
import { DAY, date, granted, grantedIn, milestone, person, vacation } from './earning.given.ts'
import { grantsOf } from './grants-of.ts'

const monthly = { every: 'month', on: 'leaveYear' } as const
const afterAYear = { n: 1, unit: 'year' } as const

/** A day a month, from the first anniversary two; joined on 15 March 2024. */
const better = (cutPeriod: Plan['cutPeriod'], other: Partial<Plan> = {}) =>
  person({
    joined: '2024-03-15',
    policy: vacation({
      cutPeriod,
      stages: [
        milestone({ n: 0, unit: 'day' }, { amount: DAY, per: 'grant', frequency: monthly, balanceCap: 20 * DAY }),
        milestone(afterAYear, { amount: 2 * DAY, per: 'grant', frequency: monthly, balanceCap: 40 * DAY }),
      ],
      ...other,
    }),
  })

const spring = (facts: ReturnType<typeof better>) => granted(facts, '2025-04-30').slice(-3)

describe('a period that a milestone cuts', () => {
  test('pays the old amount', () => {
    expect(spring(better('old'))).toEqual(['2025-02-01 10000', '2025-03-01 10000', '2025-04-01 20000'])
  })
  test('or the new', () => {
    expect(spring(better('new'))).toEqual(['2025-02-01 10000', '2025-03-01 20000', '2025-04-01 20000'])
  })
  test('or by days of each: 14 of 31 of the old, 17 of the new', () => {
    expect(spring(better('byDays'))).toEqual(['2025-02-01 10000', '2025-03-01 15484', '2025-04-01 20000'])
  })

  test('or splits: each part is due by itself', () => {
    expect(granted(better('split'), '2025-04-30').slice(-3)).toEqual([
      '2025-03-01 4516', // 14 of 31 days
      '2025-03-15 10968', // 17 of 31, of two
      '2025-04-01 20000',
    ])
    const half = person({
      joined: '2024-01-01',
      policy: vacation({
        cutPeriod: 'split',
        due: 'end',
        endIs: 'dayAfter',
        stages: [
          milestone({ n: 0, unit: 'day' }, { amount: 12 * DAY }),
          milestone({ n: 18, unit: 'month' }, { amount: 14 * DAY }),
        ],
      }),
    })
    expect(granted(half, '2026-01-01')).toEqual(['2025-01-01 120000', '2025-07-01 59507', '2026-01-01 70575'])
  })

  test('pays the amount of the first day that is paid for: that after a waiting period which is lost', () => {
    const yearly = (cutPeriod: Plan['cutPeriod']) =>
      person({
        joined: '2024-07-01',
        policy: vacation({
          cutPeriod,
          waiting: { length: { n: 1, unit: 'year' }, earned: 'lost' },
          partial: { joiner: 'full', leaver: 'full', planStart: 'full' },
          stages: [milestone({ n: 0, unit: 'day' }, { amount: 10 * DAY }), milestone(afterAYear, { amount: 20 * DAY })],
        }),
      })
    expect(granted(yearly('old'), '2025-12-31')).toEqual(['2025-07-01 200000'])
    expect(granted(yearly('byDays'), '2025-12-31')).toEqual(['2025-07-01 200000'])
  })

  test('pays no stage whose tenure a leaver never reached', () => {
    const leaver = person({
      joined: '2020-07-01',
      left: '2025-03-31',
      policy: vacation({
        cutPeriod: 'new',
        stages: [
          milestone({ n: 0, unit: 'day' }, { amount: 20 * DAY }),
          milestone({ n: 5, unit: 'year' }, { amount: 25 * DAY }),
        ],
      }),
    })
    expect(granted(leaver, '2025-12-31').at(-1)).toBe('2025-01-01 49315') // 20 x 90 / 365
  })

  test('belongs to the stage of the period it pays for, even when granted on the first day of the next', () => {
    const capsOf = (cutPeriod: Plan['cutPeriod']) =>
      grantsOf(better(cutPeriod, { due: 'end', endIs: 'dayAfter' }), 'vacation', date('2025-05-01'))
        .slice(-2)
        .map(({ on, balanceCap }) => [on, balanceCap])
    expect(capsOf('old')).toEqual([
      ['2025-04-01', 20 * DAY],
      ['2025-05-01', 40 * DAY],
    ])
    expect(capsOf('new')).toEqual([
      ['2025-04-01', 40 * DAY],
      ['2025-05-01', 40 * DAY],
    ])
  })
})

describe('a milestone that changes the frequency', () => {
  const yearlyThenMonthly = (cutPeriod: Plan['cutPeriod']) =>
    person({
      joined: '2024-01-01',
      policy: vacation({
        cutPeriod,
        stages: [
          milestone({ n: 0, unit: 'day' }, { amount: 12 * DAY }),
          milestone({ n: 15, unit: 'month' }, { amount: 24 * DAY, frequency: monthly }),
        ],
      }),
    })

  test('ends the period the day before, both paid by calendar days', () => {
    const grants = granted(yearlyThenMonthly('byDays'), '2025-05-01')
    expect(grants).toEqual(['2024-01-01 120000', '2025-01-01 29589', '2025-04-01 20000', '2025-05-01 20000'])
  })

  test('with the old amount, lets the period run out first', () => {
    const grants = granted(yearlyThenMonthly('old'), '2026-02-01')
    expect(grants).toEqual(['2024-01-01 120000', '2025-01-01 120000', '2026-01-01 20000', '2026-02-01 20000'])
  })

  test('begins with what is left of the step of its grid in which the old one ran out', () => {
    const facts = person({
      joined: '2024-01-01',
      policy: vacation({
        stages: [
          milestone({ n: 0, unit: 'day' }, { amount: DAY, per: 'grant', frequency: { every: 'week', weekday: 1 } }),
          milestone({ n: 40, unit: 'day' }, { amount: 29 * DAY, per: 'grant', frequency: monthly }),
        ],
      }),
    })
    // the week of Monday 5 February runs up to the 11th; from the 12th 18 of 29 days are left
    expect(granted(facts, '2024-03-01').slice(-3)).toEqual([
      '2024-02-05 10000',
      '2024-02-12 180000',
      '2024-03-01 290000',
    ])
  })
})

describe('tenure', () => {
  test('counts from joining, or from the day on which the policy begins to apply', () => {
    const stages = [milestone({ n: 0, unit: 'day' }, { amount: 20 * DAY }), milestone(afterAYear, { amount: 25 * DAY })]
    const facts = (tenureFrom: Plan['tenureFrom']) =>
      person({ joined: '2020-01-01', since: '2024-01-01', policy: vacation({ stages, tenureFrom }) })
    expect(granted(facts('joining'), '2025-12-31')).toEqual(['2024-01-01 250000', '2025-01-01 250000'])
    expect(granted(facts('planStart'), '2025-12-31')).toEqual(['2024-01-01 200000', '2025-01-01 250000'])
  })

  test('gives one more day for each year', () => {
    const stages = [0, 1, 2, 3].map((n) => milestone({ n, unit: 'year' }, { amount: (20 + n) * DAY }))
    const facts = person({ joined: '2022-01-01', policy: vacation({ stages }) })
    expect([2022, 2023, 2024, 2025, 2026].map((year) => grantedIn(facts, year) / DAY)).toEqual([20, 21, 22, 23, 23])
  })

  test('before the first stage nothing is earned, and its begin is the plan’s start', () => {
    const from = (planStart: Plan['partial']['planStart']) =>
      granted(
        person({
          joined: '2025-01-15',
          policy: vacation({
            stages: [milestone({ n: 3, unit: 'month' }, { amount: 2 * DAY, per: 'grant', frequency: monthly })],
            partial: { joiner: 'full', leaver: 'full', planStart },
          }),
        }),
        '2025-05-31',
      )
    expect(from('prorated')).toEqual(['2025-04-15 10667', '2025-05-01 20000'])
    expect(from('full')).toEqual(['2025-04-15 20000', '2025-05-01 20000'])
    expect(from('none')).toEqual(['2025-05-01 20000'])
  })
})

describe('a stage with a lower cap', () => {
  const lower = (lowerCapCuts: boolean, caps: readonly [number | null, number | null]) =>
    person({
      joined: '2024-03-15',
      policy: vacation({
        lowerCapCuts,
        stages: [
          milestone({ n: 0, unit: 'day' }, { balanceCap: caps[0] }),
          milestone(afterAYear, { balanceCap: caps[1] }),
        ],
      }),
    })
  const cut = [{ on: '2025-03-15', cap: 10 * DAY, fact: 'policy of 2000-01-01' }]

  test('takes what is held above it, where the plan says so', () => {
    expect(cutsOf(lower(true, [20 * DAY, 10 * DAY]), 'vacation', date('2025-03-15'))).toEqual(cut)
    expect(cutsOf(lower(true, [null, 10 * DAY]), 'vacation', date('2025-03-15'))).toEqual(cut)
    expect(cutsOf(lower(true, [20 * DAY, 10 * DAY]), 'vacation', date('2025-03-14'))).toEqual([])
  })

  test('takes nothing by default, and no higher cap does', () => {
    expect(cutsOf(lower(false, [20 * DAY, 10 * DAY]), 'vacation', date('2026-01-01'))).toEqual([])
    expect(cutsOf(lower(true, [10 * DAY, 20 * DAY]), 'vacation', date('2026-01-01'))).toEqual([])
    expect(cutsOf(lower(true, [10 * DAY, null]), 'vacation', date('2026-01-01'))).toEqual([])
  })

  test('may be that of another policy', () => {
    const [high, low] = [
      vacation({ stage: { balanceCap: 20 * DAY } }),
      vacation({ stage: { balanceCap: 10 * DAY }, lowerCapCuts: true }),
    ]
    const cuts = (joined: string) =>
      cutsOf(
        person({
          joined,
          policies: [
            ['2020-01-01', high],
            ['2025-06-01', low],
          ],
        }),
        'vacation',
        date('2026-01-01'),
      )
    expect(cuts('2025-05-31')).toEqual([{ on: '2025-06-01', cap: 10 * DAY, fact: 'policy of 2025-06-01' }])
    expect(cuts('2025-06-01')).toEqual([]) // never had the higher one
  })
})

describe('a milestone after a year, of 30 days in place of 24,', () => {
  const facts = (milestones: Plan['milestones'], joined: string) =>
    person({
      joined,
      policy: vacation({
        milestones,
        stages: [
          milestone({ n: 0, unit: 'day' }, { frequency: { every: 'quarter', on: 'leaveYear' } }),
          milestone({ n: 1, unit: 'year' }, { amount: 30 * DAY, frequency: { every: 'quarter', on: 'leaveYear' } }),
        ],
      }),
    })

  test.each([
    ['onTheDay', '2024-04-01', [6, 7.5, 7.5, 7.5]],
    ['thisLeaveYear', '2024-04-01', [7.5, 7.5, 7.5, 7.5]],
    ['nextLeaveYear', '2024-04-01', [6, 6, 6, 6]],
    ['nextLeaveYear', '2024-01-01', [7.5, 7.5, 7.5, 7.5]],
  ] as const)('begins %s for who joined on %s', (milestones, joined, expected) => {
    const grants = granted(facts(milestones, joined), '2025-12-31').filter((line) => line.startsWith('2025'))
    expect(grants.map((line) => Number(line.slice(11)) / DAY)).toEqual(expected)
  })

  test('never begins before the first stage', () => {
    expect(granted(facts('thisLeaveYear', '2024-04-01'), '2024-04-30')).toEqual(['2024-04-01 60000'])
  })
})
