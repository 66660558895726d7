import { amountText } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import type { Event } from './events.ts'
import { type Figures, ledgerOf } from './ledger.ts'
import { approved, ben, cancelled, day, declined, given, range, requested, started, terms } from './person.given.ts'

const ledger = (history: readonly Event[], asOf: string) => ledgerOf(given(...history).state, 'vacation', day(asOf))
const told = ({ granted, taken, booked, pending, expired, available }: Figures) =>
  Object.fromEntries(
    Object.entries({ granted, taken, booked, pending, expired, available })
      .filter(([, { n }]) => n !== 0)
      .map(([name, amount]) => [name, amountText(amount)]),
  )
const figures = (history: readonly Event[], asOf: string) => told(ledger(history, asOf).figures)
const entries = (history: readonly Event[], asOf: string) =>
  ledger(history, asOf).entries.map(({ on, kind, amount, balance, fact }) => [
    on,
    kind,
    amountText(amount),
    amountText(balance),
    fact,
  ])

const summer = [requested('r1', range('2026-06-29', '2026-07-02')), approved('r1')] as const
const ten = [started(), terms(10)] as const

describe('a balance', () => {
  test('is what was granted for the leave year, whole, from its first day', () => {
    expect(figures(ten, '2025-12-31')).toEqual({ granted: '10 days', available: '10 days' })
    expect(figures(ten, '2026-01-01')).toEqual({ granted: '10 days', available: '10 days' })
  })

  test('tells what is taken by the end of a day from what is booked', () => {
    expect(figures([...ten, ...summer], '2026-06-28')).toEqual({
      granted: '10 days',
      booked: '4 days',
      available: '6 days',
    })
    expect(figures([...ten, ...summer], '2026-06-30')).toEqual({
      granted: '10 days',
      taken: '2 days',
      booked: '2 days',
      available: '6 days',
    })
    expect(figures([...ten, ...summer], '2026-07-02')).toEqual({
      granted: '10 days',
      taken: '4 days',
      available: '6 days',
    })
  })

  test('shows what is pending, though it reserves nothing', () =>
    expect(figures([...ten, requested('r1', range('2026-06-01 pm', '2026-06-02'))], '2026-05-04')).toEqual({
      granted: '10 days',
      pending: '1.5 days',
      available: '8.5 days',
    }))

  test('gets back what was cancelled, and never lost what was declined', () => {
    const back = [...ten, ...summer, cancelled('r1'), requested('r2', range('2026-06-29')), declined('r2')]
    expect(figures(back, '2026-12-31')).toEqual({ granted: '10 days', available: '10 days' })
  })

  test('knows nothing of leave charged to the next year', () => {
    const turn = [...ten, requested('r1', range('2026-12-30', '2027-01-01')), approved('r1')]
    expect(figures(turn, '2026-12-01')).toEqual({ granted: '10 days', booked: '2 days', available: '8 days' })
    expect(figures(turn, '2027-01-01')).toEqual({ granted: '10 days', taken: '1 day', available: '9 days' })
  })

  test('is nothing before the first day of employment', () =>
    expect(figures([started('2026-04-01'), terms(10, '2026-04-01')], '2026-03-31')).toEqual({}))

  test('expires with employment', () => {
    const left = [...ten, ...summer, { type: 'EmploymentEnded', on: day('2026-09-30'), seq: 200 } as const]
    expect(figures(left, '2026-09-30')).toEqual({ granted: '10 days', taken: '4 days', available: '6 days' })
    expect(figures(left, '2026-10-01')).toEqual({ granted: '10 days', taken: '4 days', expired: '6 days' })
    expect(figures(left, '2027-01-01')).toEqual({})
  })

  test('is granted to somebody whose last day is the first of the year', () => {
    const left = [...ten, { type: 'EmploymentEnded', on: day('2026-01-01'), seq: 200 } as const]
    expect(figures(left, '2026-01-01')).toEqual({ granted: '10 days', available: '10 days' })
    expect(figures(left, '2026-01-02')).toEqual({ granted: '10 days', expired: '10 days' })
  })

  test('falls below zero when terms are lowered after an approval, and is shown so', () =>
    expect(figures([...ten, ...summer, terms(3, '2026-01-01')], '2026-05-04')).toEqual({
      granted: '3 days',
      booked: '4 days',
      available: '-1 days',
    }))

  test('has the terms of the leave year’s first day', () =>
    expect(figures([...ten, terms(20, '2026-06-01')], '2026-12-31')['granted']).toBe('10 days'))
})

describe('its explanation', () => {
  test('goes through the years, with the balance after each entry and the event behind it', () => {
    const history = [
      ...[started(), terms(10)], // events 0 and 1
      ...[requested('r1', range('2025-12-29', '2026-01-02')), approved('r1')], // 2 and 3
      ...[requested('r2', range('2026-06-30', '2026-07-03')), approved('r2', ben)], // 4 and 5
    ]
    expect(entries(history, '2026-07-01')).toEqual([
      ['2024-01-01', 'grant', '10 days', '10 days', 1],
      ['2025-01-01', 'expiry', '-10 days', '0 days', 1],
      ['2025-01-01', 'grant', '10 days', '10 days', 1],
      ['2025-12-29', 'charge', '-3 days', '7 days', 3],
      ['2026-01-01', 'expiry', '-7 days', '0 days', 1],
      ['2026-01-01', 'grant', '10 days', '10 days', 1],
      ['2026-01-01', 'charge', '-2 days', '8 days', 3],
      ['2026-06-30', 'charge', '-2 days', '6 days', 5],
      ['2026-07-02', 'charge', '-2 days', '4 days', 5],
    ])
  })

  test('names the request, the days and the lot of a charge', () =>
    expect(ledger([...ten, ...summer], '2026-05-04').entries.at(-1)).toEqual({
      kind: 'charge',
      on: '2026-06-29',
      last: '2026-07-02',
      request: 'r1',
      amount: { unit: 'day', n: -40_000 },
      balance: { unit: 'day', n: 60_000 },
      lot: { from: '2026-01-01', until: '2026-12-31' },
      fact: 3,
    }))

  test('ends a debt with its leave year', () =>
    expect(entries([...ten, ...summer, terms(3, '2026-01-01')], '2027-01-01').slice(-3)).toEqual([
      ['2026-06-29', 'charge', '-4 days', '-1 days', 3],
      ['2027-01-01', 'expiry', '1 day', '0 days', 4],
      ['2027-01-01', 'grant', '3 days', '3 days', 4],
    ]))

  test('is empty for somebody nobody knows', () => expect(entries([], '2026-05-04')).toEqual([]))
})
