import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { anyDay, anyHistory } from './any-history.given.ts'
import { balanceOf, ledgerOf } from './ledger-of.ts'

vi.setConfig({ testTimeout: 120_000 })

test('whatever has happened, every amount of a balance and a ledger is a whole number, and none is too large to be exact', () =>
  fc.assert(
    fc.property(anyHistory, anyDay, (facts, asOf) => {
      const figures = { ledger: ledgerOf(facts, 'vacation', asOf), balance: balanceOf(facts, 'vacation', asOf) }
      expect(numbersIn(figures).filter((n) => !Number.isSafeInteger(n) || Object.is(n, -0))).toEqual([])
    }),
    { numRuns: RUNS },
  ))

const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
