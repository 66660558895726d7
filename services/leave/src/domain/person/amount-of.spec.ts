import { expect, test } from 'vitest'
import type { Charge } from '../time/charged.ts'
import { amountOf, amountsOf } from './amount-of.ts'
import { day } from './person.given.ts'

const charge = (on: string, unit: Charge['unit'], n: number): Charge => ({ day: day(on), part: 'whole', unit, n })

test('leave that costs nothing has no amount', () => {
  expect(amountsOf([])).toEqual([])
  expect(amountOf([])).toEqual({ unit: 'day', n: 0 })
})

test('leave in which policies of two units meet has an amount of each, that of its last day last', () => {
  const charges = [
    charge('2026-06-29', 'day', 10_000),
    charge('2026-06-30', 'day', 5_000),
    charge('2026-07-01', 'minute', 4_800_000),
  ]
  expect(amountsOf(charges)).toEqual([
    { unit: 'day', n: 15_000 },
    { unit: 'minute', n: 4_800_000 },
  ])
  expect(amountOf(charges)).toEqual({ unit: 'minute', n: 4_800_000 })
})
