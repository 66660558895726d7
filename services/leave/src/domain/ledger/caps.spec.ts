import { describe, expect, test } from 'vitest'
import { DAY, date, entries, figures, leave, milestone, person, yearly } from './ledger.given.ts'

const monthly = { every: 'month', on: 'leaveYear' } as const

describe('a balance cap', () => {
  const policy = yearly({ most: null }, 24, { stage: { frequency: monthly, balanceCap: 5 * DAY } })

  test('limits the balance: what it withholds is lost, and accrual resumes after leave is taken', () => {
    const ana = person({ joined: '2025-01-01', policy, leaves: [leave('a', '2025-04-14', '2025-04-17')] })
    expect(entries(ana, '2025-06-30')).toEqual([
      '2025-01-01 grant 2 = 2',
      '2025-02-01 grant 2 = 4',
      '2025-03-01 grant 1 = 5',
      '2025-03-01 withheld 0 = 5',
      '2025-04-01 withheld 0 = 5',
      '2025-04-14 to 2025-04-15 charge -2 = 3',
      '2025-04-16 to 2025-04-17 charge -2 = 1',
      '2025-05-01 grant 2 = 3',
      '2025-06-01 grant 2 = 5',
    ])
  })

  test('compares what carried lots hold, too, and is no cap on what is given by hand', () => {
    const ana = person({
      joined: '2025-01-01',
      policy,
      credits: [
        { leaveType: 'vacation', source: 'manual', n: 9 * DAY, from: date('2025-01-01'), until: null, fact: 'x' },
      ],
    })
    expect(figures(ana, '2025-12-31')).toEqual({ granted: 9, balance: 9, available: 9 })
    expect(figures(ana, '2026-06-30')).toEqual({ carried: 9, balance: 9, available: 9 })
  })

  test('leaves room for a debt', () => {
    const ana = person({ joined: '2025-01-01', policy, leaves: [leave('a', '2025-01-06', '2025-01-10')] })
    expect(figures(ana, '2025-03-31')).toEqual({ granted: 6, taken: 5, balance: 1, available: 1 })
  })
})

describe('a yearly cap', () => {
  const policy = yearly({ most: null }, 24, { stage: { frequency: monthly, yearlyCap: 15 * DAY } })

  test('limits what the grants of one leave year pay, and begins anew with the next', () => {
    const ana = person({ joined: '2025-01-01', policy, leaves: [leave('a', '2025-04-14', '2025-04-17')] })
    expect(figures(ana, '2025-12-31')).toMatchObject({ granted: 15 })
    expect(figures(ana, '2026-01-31')).toMatchObject({ carried: 11, granted: 2 })
  })

  test('counts what was paid, not what another cap withheld', () => {
    const both = yearly({ most: null }, 24, { stage: { frequency: monthly, yearlyCap: 7 * DAY, balanceCap: 4 * DAY } })
    const ana = person({ joined: '2025-01-01', policy: both, leaves: [leave('a', '2025-06-02', '2025-06-05')] })
    expect(figures(ana, '2025-12-31')).toEqual({ granted: 7, taken: 4, balance: 3, available: 3 })
  })
})

describe('a lower cap of the next stage', () => {
  const stages = [
    { ...milestone({ n: 0, unit: 'day' }, { frequency: monthly, balanceCap: 20 * DAY }) },
    milestone({ n: 6, unit: 'month' }, { frequency: monthly, balanceCap: 8 * DAY }),
  ]
  const given = (lowerCapCuts: boolean) =>
    person({ joined: '2025-01-01', policy: yearly({}, 24, { stages, lowerCapCuts }) })

  test('leaves what is held above it', () =>
    expect(figures(given(false), '2025-07-31')).toEqual({ granted: 12, balance: 12, available: 12 }))

  test('or cuts it, if the plan says so', () => {
    expect(figures(given(true), '2025-07-31')).toEqual({ granted: 12, expired: 4, balance: 8, available: 8 })
    expect(entries(given(true), '2025-07-01').slice(-3)).toEqual([
      '2025-07-01 withheld 0 = 12',
      '2025-07-01 cut -2 = 10',
      '2025-07-01 cut -2 = 8',
    ])
  })
})
