import { err, ok } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import type { PayOutRule } from '../policy/policy.ts'
import { creditAllowed } from './credit-allowed.ts'
import { byHand, credit, DAY, date, leave, person, yearly } from './ledger.given.ts'
import { payOutOf } from './pay-out.ts'

const joined = '2025-01-01'
const days = (n: number) => ({ unit: 'day', n: n * DAY }) as const

describe('a pay-out', () => {
  const on = date('2025-12-01')
  const of = (rule: Partial<PayOutRule>, also: Parameters<typeof person>[0] = {}) =>
    person({
      joined,
      policy: yearly({ most: null }, 20, { entitlement: { payOut: { mustStay: 0, most: null, rate: null, ...rule } } }),
      ...also,
    })

  test('is of so much, or of all that may be', () => {
    expect(payOutOf(of({}), 'vacation', on, 3 * DAY)).toEqual(ok({ amount: days(3), money: null }))
    expect(payOutOf(of({}), 'vacation', on, 'all')).toEqual(ok({ amount: days(20), money: null }))
  })

  test('leaves in the balance what must stay, and is not more than the most of one pay-out', () => {
    expect(payOutOf(of({ mustStay: 12 * DAY }), 'vacation', on, 'all')).toEqual(ok({ amount: days(8), money: null }))
    expect(payOutOf(of({ mustStay: 12 * DAY, most: 5 * DAY }), 'vacation', on, 'all')).toEqual(
      ok({ amount: days(5), money: null }),
    )
    expect(payOutOf(of({ mustStay: 12 * DAY, most: 5 * DAY }), 'vacation', on, 6 * DAY)).toEqual(
      err({ type: 'TooMuchToPayOut', asked: days(6), available: days(5), balance: days(20), mustStay: days(12), on }),
    )
  })

  test('is refused where nothing may be paid out', () => {
    const nothing = (mustStay: number) =>
      err({ type: 'NothingToPayOut', balance: days(20), mustStay: days(mustStay), on })
    expect(payOutOf(of({ most: 0 }), 'vacation', on, 'all')).toEqual(nothing(0))
    expect(payOutOf(of({ mustStay: 25 * DAY }), 'vacation', on, 'all')).toEqual(nothing(25))
  })

  test('leaves accepted leave covered', () => {
    const booked = of({}, { leaves: [leave('a', '2025-12-08', '2025-12-12')] })
    expect(payOutOf(booked, 'vacation', on, 'all')).toEqual(ok({ amount: days(15), money: null }))
    expect(payOutOf(booked, 'vacation', on, 16 * DAY)).toEqual(
      err({ type: 'NotEnoughLeft', asked: days(16), available: days(15), on: '2025-12-12' }),
    )
  })

  test('is worth what the rate says, to 1/10,000 of the currency, half of it up', () => {
    const money = (n: number, rate: PayOutRule['rate']) => {
      const paid = payOutOf(of({ rate }), 'vacation', on, n)
      return paid.ok && paid.value.money
    }
    expect(money(25_000, { currency: 'EUR', money: 2_001_234, per: DAY })).toEqual({ currency: 'EUR', n: 5_003_085 })
    expect(money(1, { currency: 'EUR', money: 5_000, per: DAY })).toEqual({ currency: 'EUR', n: 1 })
    expect(money(1, { currency: 'EUR', money: 4_999, per: DAY })).toEqual({ currency: 'EUR', n: 0 })
    expect(money(200_000, { currency: 'JPY', money: 9_007_199_254_740, per: DAY })).toEqual({
      currency: 'JPY',
      n: 180_143_985_094_800,
    })
  })
})

describe('a correction or negative grant', () => {
  const spent = person({ joined, policy: yearly({}, 5), leaves: [leave('a', '2025-08-04', '2025-08-07')] })
  const less = (n: number) => credit(-n, '2025-02-01', { source: 'correction' })

  test('that would break the floor is refused', () => {
    expect(creditAllowed(spent, less(1))).toBeUndefined()
    expect(creditAllowed(spent, less(2))).toEqual({
      type: 'NotEnoughLeft',
      asked: days(2),
      available: days(1),
      on: '2025-08-07',
    })
  })

  test('unless a named person overrides it', () => expect(creditAllowed(spent, less(2), 'clara')).toBeUndefined())
})

describe('a manual grant', () => {
  const limited = (manual: Parameters<typeof byHand>[0]) => byHand(manual)

  test('is limited in each leave year', () => {
    const policy = limited({ manual: { mostPerLeaveYear: 5 * DAY, longestValidity: null } })
    const ana = person({
      joined,
      policy,
      credits: [credit(3, '2025-02-01'), credit(4, '2025-03-01', { source: 'opening' })],
    })
    expect(creditAllowed(ana, credit(2, '2025-12-31'))).toBeUndefined()
    expect(creditAllowed(ana, credit(3, '2025-12-31'))).toEqual({
      type: 'TooMuchGranted',
      asked: days(3),
      most: days(5),
      left: days(2),
    })
    expect(creditAllowed(ana, credit(5, '2026-01-01'))).toBeUndefined()
    expect(creditAllowed(ana, credit(30, '2025-12-31', { source: 'opening' }))).toBeUndefined()
    expect(creditAllowed(ana, credit(3, '2025-12-31'), 'clara')).toBeUndefined()
  })

  test('is limited by how long it can be used: n months are over on the day before', () => {
    const policy = limited({ manual: { mostPerLeaveYear: null, longestValidity: { n: 3, unit: 'month' } } })
    const ana = person({ joined, policy })
    const until = (day: string | null) =>
      creditAllowed(ana, credit(2, '2025-11-30', { until: day === null ? null : date(day) }))
    expect(until('2026-02-27')).toBeUndefined()
    expect(until('2026-02-28')).toEqual({ type: 'ValidTooLong', until: '2026-02-28', latest: '2026-02-27' })
    expect(until(null)).toBeUndefined() // up to the carry-over
    expect(creditAllowed(ana, credit(2, '2025-06-01'))).toEqual({
      type: 'ValidTooLong',
      until: '2025-12-31',
      latest: '2025-08-31',
    })
  })
})
