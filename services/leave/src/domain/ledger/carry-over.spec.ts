import { describe, expect, test } from 'vitest'
import { closeYear } from './close-year.ts'
import { byHand, credit, DAY, date, entries, figures, leave, lots, person, yearly } from './ledger.given.ts'

const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const
const twelve = leave('summer', '2025-07-01', '2025-07-16') // 12 days

describe('what is left at the end of a leave year', () => {
  test('expires where nothing is carried', () => {
    const ana = person({ joined: '2025-01-01', policy: yearly(), leaves: [twelve] })
    expect(figures(ana, '2025-12-31')).toEqual({ granted: 24, taken: 12, balance: 12, available: 12 })
    expect(figures(ana, '2026-01-01')).toEqual({ granted: 24, balance: 24, available: 24 })
    expect(entries(ana, '2026-01-01')).toEqual([
      '2025-01-01 grant 24 = 24',
      '2025-07-01 to 2025-07-16 charge -12 = 12',
      '2026-01-01 expiry -12 = 0',
      '2026-01-01 grant 24 = 24',
    ])
  })

  test('is carried in full, or up to a cap', () => {
    const of = (most: number | null) => person({ joined: '2025-01-01', policy: yearly({ most }), leaves: [twelve] })
    expect(figures(of(null), '2026-01-01')).toEqual({ carried: 12, granted: 24, balance: 36, available: 36 })
    expect(figures(of(5 * DAY), '2026-01-01')).toEqual({ carried: 5, granted: 24, balance: 29, available: 29 })
    expect(closeYear(of(5 * DAY), 'vacation', date('2025-12-31'))).toMatchObject({ carry: 5 * DAY, forfeited: 7 * DAY })
  })

  test('is subject to each next carry-over, together with what is new', () => {
    const ana = person({ joined: '2024-01-01', policy: yearly({ most: 5 * DAY }) })
    expect(figures(ana, '2026-06-01')).toMatchObject({ carried: 5, granted: 24 })
  })

  test('carried days are used up to their last usable day, itself included, and expire on the day after', () => {
    const policy = yearly({ most: null, usable: march31 })
    const ana = person({ joined: '2025-01-01', policy, leaves: [twelve, leave('spring', '2026-03-30', '2026-04-02')] })
    expect(lots(ana, '2026-01-01')).toEqual(['carried until 2026-03-31: 10', 'plan until 2026-12-31: 22'])
    expect(figures(ana, '2026-03-31')).toEqual({
      carried: 12,
      granted: 24,
      taken: 2,
      booked: 2,
      balance: 34,
      available: 32,
    })
    // two of the four days came from what was carried, the other ten are gone
    expect(figures(ana, '2026-04-01')).toEqual({
      carried: 12,
      granted: 24,
      taken: 3,
      booked: 1,
      expired: 10,
      balance: 23,
      available: 22,
    })
  })

  test('carried days can be used for so many days or months: up to the day before', () => {
    const of = (n: number, unit: 'day' | 'month') =>
      person({ joined: '2025-01-01', policy: yearly({ most: null, usable: { kind: 'length', length: { n, unit } } }) })
    expect(lots(of(90, 'day'), '2026-01-01')[0]).toBe('carried until 2026-03-31: 24')
    expect(lots(of(2, 'month'), '2028-01-01')[0]).toBe('carried until 2028-02-29: 24')
  })

  test('what expires by a date is not carried again', () => {
    const policy = yearly({ most: null, usable: { kind: 'length', length: { n: 18, unit: 'month' } } })
    const ana = person({ joined: '2025-01-01', policy })
    expect(lots(ana, '2027-06-30')).toEqual([
      'carried until 2027-06-30: 24',
      'plan until 2027-12-31: 24',
      'carried until 2028-06-30: 24',
    ])
  })

  test('a part of it never expires by that date, but goes into the next carry-over', () => {
    const policy = yearly({ most: 10 * DAY, keeps: 4 * DAY, usable: march31 })
    const ana = person({ joined: '2025-01-01', policy })
    expect(lots(ana, '2026-01-01')).toEqual([
      'carried until 2026-03-31: 6',
      'carried until 2026-12-31: 4',
      'plan until 2026-12-31: 24',
    ])
    expect(figures(ana, '2026-04-01')).toMatchObject({ carried: 10, expired: 6, balance: 28 })
    expect(figures(ana, '2027-01-01')).toMatchObject({ carried: 10 })
  })

  test('gives way where the total is limited; the new grant does not', () => {
    const of = (total: number) =>
      person({ joined: '2025-01-01', policy: yearly({ most: null, totalMost: total * DAY }), leaves: [twelve] })
    expect(figures(of(30), '2026-01-01')).toEqual({ carried: 6, granted: 24, balance: 30, available: 30 })
    expect(figures(of(20), '2026-01-01')).toEqual({ granted: 24, balance: 24, available: 24 })
  })

  test('what accrues on the carry-over date is not carried', () => {
    const policy = yearly({ most: 100 * DAY, usable: march31 }, 12, {
      stage: { frequency: { every: 'month', on: 'leaveYear' } },
    })
    const ana = person({ joined: '2025-01-01', policy })
    expect(lots(ana, '2026-01-01')).toEqual(['carried until 2026-03-31: 12', 'plan until 2026-12-31: 1'])
  })

  test('is decided by the policy of the day before; what is carried already keeps its last day', () => {
    const before = yearly({ most: null, usable: march31 })
    const after = yearly({ most: 0 })
    const ana = person({
      joined: '2025-01-01',
      policies: [
        ['2025-01-01', before],
        ['2026-01-01', after],
      ],
    })
    expect(lots(ana, '2026-01-01')).toEqual(['carried until 2026-03-31: 24', 'plan until 2026-12-31: 24'])
    expect(figures(ana, '2027-01-01')).toEqual({ granted: 24, balance: 24, available: 24 })
  })

  test('a lot with a last day of its own is not carried', () => {
    const toil = credit(3, '2025-12-01', { source: 'toil', until: date('2026-02-28') })
    const ana = person({ joined: '2025-01-01', policy: yearly(), credits: [toil] })
    expect(lots(ana, '2026-01-01')).toEqual(['toil until 2026-02-28: 3', 'plan until 2026-12-31: 24'])
    expect(figures(ana, '2026-01-01')).toEqual({ carried: 3, granted: 24, balance: 27, available: 27 })
    expect(figures(ana, '2026-03-01')).toEqual({ carried: 3, granted: 24, expired: 3, balance: 24, available: 24 })
  })

  test('takes place on a date of its own, or on the anniversary of joining', () => {
    const on = (carryOverOn: 'anniversary' | { month: number; day: number }) =>
      person({
        joined: '2024-02-29',
        policy: yearly({}, 0, { entitlement: { carryOverOn } }),
        credits: [credit(10, '2025-01-15')],
      })
    expect(entries(on({ month: 7, day: 1 }), '2025-12-31')).toEqual([
      '2025-01-15 credit 10 = 10',
      '2025-07-01 expiry -10 = 0',
    ])
    // 29 February is 28 February in a common year
    expect(lots(on('anniversary'), '2025-02-01')).toEqual(['manual until 2025-02-27: 10'])
    expect(figures(on('anniversary'), '2025-02-28')).toEqual({})
  })

  test('a balance below zero is carried as a debt, which the next grants pay, or is dropped', () => {
    const of = (debt: 'carried' | 'dropped') =>
      person({ joined: '2025-01-01', policy: yearly({ debt }, 10), leaves: [twelve] })
    expect(figures(of('carried'), '2025-12-31')).toEqual({ granted: 10, taken: 12, balance: -2, available: -2 })
    expect(figures(of('carried'), '2026-01-01')).toEqual({ carried: -2, granted: 10, balance: 8, available: 8 })
    expect(figures(of('dropped'), '2026-01-01')).toEqual({ granted: 10, balance: 10, available: 10 })
    expect(entries(of('dropped'), '2025-12-31').slice(1)).toEqual([
      '2025-07-01 to 2025-07-14 charge -10 = 0',
      '2025-07-15 to 2025-07-16 overdraft -2 = -2',
    ])
    expect(entries(of('dropped'), '2026-01-01').slice(3)).toEqual([
      '2026-01-01 debtDropped 2 = 0',
      '2026-01-01 grant 10 = 10',
    ])
  })

  test('without a plan everything is carried: nothing says that it expires', () => {
    const ana = person({ joined: '2025-01-01', policy: byHand(), credits: [credit(5, '2025-05-01')] })
    expect(figures(ana, '2030-06-01')).toEqual({ carried: 5, balance: 5, available: 5 })
  })
})

describe('a closed year', () => {
  const pinned = (...carry: number[]) => ({
    leaveType: 'vacation',
    last: date('2025-12-31'),
    carry: carry.map((days, nth) => ({ n: days * DAY, fact: `closing ${nth}` })),
  })
  const policy = yearly({ most: 5 * DAY, usable: march31 })

  test('carries what its pin and corrections say, whatever would be computed', () => {
    const ana = person({ joined: '2025-01-01', policy, leaves: [twelve], closedYears: [pinned(5, -2)] })
    expect(lots(ana, '2026-01-01')).toEqual(['carried until 2026-03-31: 3', 'plan until 2026-12-31: 24'])
    expect(figures(ana, '2026-01-01')).toEqual({ carried: 3, granted: 24, balance: 27, available: 27 })
  })

  test('can carry more than there was, or a debt', () => {
    const of = (days: number) => person({ joined: '2025-01-01', policy, leaves: [twelve], closedYears: [pinned(days)] })
    expect(figures(of(20), '2026-01-01')).toMatchObject({ carried: 20 })
    expect(figures(of(-3), '2026-01-01')).toEqual({ carried: -3, granted: 24, balance: 21, available: 21 })
  })

  test('can be all that is known of the time before', () => {
    const ana = person({ joined: '2026-01-01', policy, closedYears: [pinned(4)] })
    expect(figures(ana, '2026-01-01')).toMatchObject({ carried: 4, granted: 24, balance: 28 })
  })
})
