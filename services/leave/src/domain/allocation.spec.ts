import { amountText, days } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { allocate, type Claim, type Use } from './allocation.ts'
import type { Lot } from './lots.ts'
import { day } from './person.given.ts'

const lot = (year: number, from: string, until: string, granted: number): Lot => ({
  year,
  from: day(from),
  until: day(until),
  granted: days(granted),
  fact: 0,
})
/** What was carried over from 2025, and what 2026 granted. */
const carried = lot(2025, '2026-01-01', '2026-03-31', 2)
const granted = lot(2026, '2026-01-01', '2026-12-31', 3)
const lots = [granted, carried]

const claim = (on: string, request = 'r1', amount = 1): Claim => ({
  day: day(on),
  request,
  amount: days(amount),
  fact: 1,
})
const told = (uses: readonly Use[]) =>
  uses.map(({ day, request, amount, lot: { year }, covered }) => [
    day,
    request,
    amountText(amount),
    year,
    covered ? 'covered' : 'not covered',
  ])

describe('a charged day', () => {
  test('takes from the lot that ends first, as long as it can be used', () =>
    expect(told(allocate(lots, [claim('2026-03-31'), claim('2026-04-01')]))).toEqual([
      ['2026-03-31', 'r1', '1 day', 2025, 'covered'],
      ['2026-04-01', 'r1', '1 day', 2026, 'covered'],
    ]))

  test('takes the rest from the next', () =>
    expect(told(allocate(lots, [claim('2026-03-02', 'r1', 1.5), claim('2026-03-03')]))).toEqual([
      ['2026-03-02', 'r1', '1.5 days', 2025, 'covered'],
      ['2026-03-03', 'r1', '0.5 days', 2025, 'covered'],
      ['2026-03-03', 'r1', '0.5 days', 2026, 'covered'],
    ]))

  test('overdraws the lot of its year when nothing is left', () =>
    expect(told(allocate(lots, [claim('2026-05-04', 'r1', 3.5)]))).toEqual([
      ['2026-05-04', 'r1', '3 days', 2026, 'covered'],
      ['2026-05-04', 'r1', '0.5 days', 2026, 'not covered'],
    ]))

  test('comes in its turn: by day, then by request', () =>
    expect(
      told(allocate([granted], [claim('2026-05-05'), claim('2026-05-04', 'r2', 2.5), claim('2026-05-04')])),
    ).toEqual([
      ['2026-05-04', 'r1', '1 day', 2026, 'covered'],
      ['2026-05-04', 'r2', '2 days', 2026, 'covered'],
      ['2026-05-04', 'r2', '0.5 days', 2026, 'not covered'],
      ['2026-05-05', 'r1', '1 day', 2026, 'not covered'],
    ]))

  test('has what earlier uses left', () => {
    const earlier = allocate(lots, [claim('2026-03-02', 'r1', 1.5)])
    expect(told(allocate(lots, [claim('2026-02-02', 'r2')], earlier))).toEqual([
      ['2026-02-02', 'r2', '0.5 days', 2025, 'covered'],
      ['2026-02-02', 'r2', '0.5 days', 2026, 'covered'],
    ])
  })
})
