import { describe, expect, test } from 'vitest'
import { byHand, credit, DAY, date, entries, figures, leave, lots, paidOut, person, yearly } from './ledger.given.ts'
import { ledgerOf } from './ledger-of.ts'

const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const
const monthly = { stage: { frequency: { every: 'month', on: 'leaveYear' } } } as const
const joined = '2025-01-01'

describe('the figures as of a day', () => {
  const policy = yearly()
  const summer = leave('summer', '2025-07-07', '2025-07-11')

  test('include that whole day: leave is booked before its day, and taken on it', () => {
    const ana = person({ joined, policy, leaves: [summer] })
    expect(figures(ana, '2025-07-06')).toEqual({ granted: 24, booked: 5, balance: 24, available: 19 })
    expect(figures(ana, '2025-07-08')).toEqual({ granted: 24, taken: 2, booked: 3, balance: 22, available: 19 })
    expect(figures(ana, '2025-07-11')).toEqual({ granted: 24, taken: 5, balance: 19, available: 19 })
  })

  test('count what is asked for as pending, and what is over not at all', () => {
    const of = (status: 'pending' | 'over') => person({ joined, policy, leaves: [{ ...summer, status }] })
    expect(figures(of('pending'), '2025-06-01')).toEqual({ granted: 24, pending: 5, balance: 24, available: 19 })
    expect(figures(of('pending'), '2025-08-01')).toEqual({ granted: 24, pending: 5, balance: 24, available: 19 })
    expect(figures(of('over'), '2025-06-01')).toEqual({ granted: 24, balance: 24, available: 24 })
  })

  test('are of one leave year: leave over its end is booked in each for itself', () => {
    const newYear = leave('new year', '2025-12-29', '2026-01-02')
    const ana = person({ joined, policy, leaves: [newYear] })
    expect(figures(ana, '2025-12-01')).toEqual({ granted: 24, booked: 3, balance: 24, available: 21 })
    expect(figures(ana, '2026-01-01')).toEqual({ granted: 24, taken: 1, booked: 1, balance: 23, available: 22 })
  })

  test('count as booked what uses lots that have begun, not what later grants will pay', () => {
    const november = leave('a', '2025-11-03', '2025-11-07')
    const ana = person({ joined, policy: yearly({}, 24, monthly), leaves: [november] })
    expect(figures(ana, '2025-01-31')).toEqual({ granted: 2, booked: 2, balance: 2 })
    expect(figures(ana, '2025-02-28')).toEqual({ granted: 4, booked: 4, balance: 4 })
    expect(figures(ana, '2025-06-30')).toEqual({ granted: 12, booked: 5, balance: 12, available: 7 })
  })

  test('let pending leave use what accepted leave leaves', () => {
    const leaves = [leave('a', '2025-11-03', '2025-11-07'), leave('b', '2025-03-03', '2025-03-07', 'pending')]
    const ana = person({ joined, policy: yearly({}, 24, monthly), leaves })
    // the first five days belong to November, which is accepted; March gets what comes later
    expect(figures(ana, '2025-02-28')).toEqual({ granted: 4, booked: 4, balance: 4 })
    expect(figures(ana, '2025-04-30')).toEqual({ granted: 8, booked: 5, pending: 3, balance: 8 })
  })

  test('count later lots too, and all that is booked, if the policy says so', () => {
    const november = leave('a', '2025-11-03', '2025-11-07')
    const later = yearly({}, 24, { ...monthly, entitlement: { countLaterLots: true } })
    const ana = person({ joined, policy: later, leaves: [november] })
    expect(figures(ana, '2025-01-31')).toEqual({ granted: 24, booked: 5, balance: 24, available: 19 })
    const { lots: all, ahead } = ledgerOf(ana, 'vacation', date('2025-01-31'))
    expect(all).toHaveLength(12)
    expect(ahead.map(({ kind }) => kind)).toEqual([...Array(11).fill('grant'), 'booked', 'booked', 'booked'])
    expect(ahead.at(-1)?.balance).toBe(19 * DAY)
  })

  test('go below zero with an overdraft, which is not hidden', () => {
    const ana = person({ joined, policy: yearly({}, 3), leaves: [summer] })
    expect(figures(ana, '2025-07-01')).toEqual({ granted: 3, booked: 5, balance: 3, available: -2 })
    expect(lots(ana, '2025-07-01')).toEqual(['plan until 2025-12-31: 0', 'debt until ever: -2'])
    expect(figures(ana, '2025-08-01')).toEqual({ granted: 3, taken: 5, balance: -2, available: -2 })
  })

  test('are of more than a year where policies with other carry-over days follow each other', () => {
    const on = (from: string, carryOverOn: 'anniversary' | 'leaveYear' | { month: number; day: number }) =>
      [from, yearly({}, 0, { entitlement: { carryOverOn } })] as const
    const policies = [
      on('2024-07-29', { month: 8, day: 9 }),
      on('2025-02-28', 'anniversary'),
      on('2026-01-01', 'leaveYear'),
    ]
    const ana = person({ joined: '2024-02-29', policies })
    const years = ['2024-08-08', '2024-08-09', '2025-06-01', '2026-12-31'].map(
      (day) => ledgerOf(ana, 'vacation', date(day)).year,
    )
    const long = { first: '2024-08-09', last: '2026-12-31' }
    expect(years).toEqual([{ first: '2023-08-09', last: '2024-08-08' }, long, long, long])
  })

  test('before anything has happened are nothing', () =>
    expect(figures(person({ joined, policy }), '2024-06-01')).toEqual({}))

  test('a type without a balance has none, whatever is taken of it', () => {
    const sick = { ...leave('a', '2025-03-03'), leaveType: 'sick' }
    const ana = person({
      joined,
      policies: [['2025-01-01', { ...policy, leaveType: 'sick', entitlement: null }]],
      leaves: [sick],
    })
    expect(ledgerOf(ana, 'sick', date('2025-12-31'))).toMatchObject({
      figures: { taken: 0, balance: 0 },
      lots: [],
      entries: [],
    })
  })

  test('days before a balance was kept take nothing', () => {
    const ana = person({
      joined: '2020-01-01',
      since: '2025-01-01',
      policy: byHand(),
      credits: [credit(7, '2025-01-01', { source: 'opening' })],
      leaves: [leave('past', '2024-12-02', '2024-12-06')],
    })
    expect(figures(ana, '2025-01-01')).toEqual({ granted: 7, balance: 7, available: 7 })
  })
})

describe('a credit below zero', () => {
  const given = (days: number, from: string) =>
    person({
      joined,
      policy: yearly({ most: null, usable: march31 }),
      credits: [credit(-days, from, { source: 'correction' })],
    })

  test('uses lots in the order of use, and lowers what was granted', () => {
    expect(figures(given(4, '2026-02-01'), '2026-04-01')).toEqual({
      carried: 24,
      granted: 20,
      expired: 20,
      balance: 24,
      available: 24,
    })
    expect(ledgerOf(given(4, '2026-02-01'), 'vacation', date('2026-02-01')).lots).toMatchObject([
      { lot: { source: 'carried', n: 24 * DAY }, settled: 4 * DAY, available: 20 * DAY },
      { lot: { source: 'plan', n: 24 * DAY }, settled: 0, available: 24 * DAY },
      { lot: { source: 'correction', n: -4 * DAY }, settled: -4 * DAY, available: 0 },
    ])
  })

  test('is a debt where there is too little, and the next lots pay it', () => {
    expect(figures(given(30, '2025-05-01'), '2025-06-01')).toEqual({ granted: -6, balance: -6, available: -6 })
    expect(lots(given(30, '2025-05-01'), '2025-06-01')).toEqual([
      'plan until 2025-12-31: 0',
      'correction until ever: -6',
    ])
    expect(figures(given(30, '2025-05-01'), '2026-01-01')).toEqual({
      carried: -6,
      granted: 24,
      balance: 18,
      available: 18,
    })
    expect(lots(given(30, '2025-05-01'), '2026-01-01')).toEqual(['plan until 2026-12-31: 18', 'debt until ever: 0'])
  })
})

test('a pay-out uses lots on its day, after credits and before leave', () => {
  const ana = person({
    joined,
    policy: yearly({ most: null, usable: march31 }, 5),
    payOuts: [paidOut(6, '2026-03-02')],
    leaves: [leave('a', '2026-03-02')],
  })
  expect(figures(ana, '2026-03-31')).toEqual({ carried: 5, granted: 5, taken: 1, paidOut: 6, balance: 3, available: 3 })
  expect(entries(ana, '2026-03-31').slice(-3)).toEqual([
    '2026-03-02 payOut -5 = 5',
    '2026-03-02 payOut -1 = 4',
    '2026-03-02 charge -1 = 3',
  ])
})

test('half days and minutes are as exact as days', () => {
  const half = { day: date('2025-03-03'), part: 'am', unit: 'day', n: 5_000 } as const
  const third = { day: date('2025-03-04'), part: 'whole', unit: 'day', n: 3_333 } as const
  const ana = person({
    joined,
    policy: yearly(),
    leaves: [leave('a', '2025-03-03', '2025-03-04', 'accepted', [half, third])],
  })
  expect(ledgerOf(ana, 'vacation', date('2025-03-31')).figures.balance).toBe(231_667)
})
