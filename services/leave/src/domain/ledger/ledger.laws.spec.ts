import { addDays, type LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { RUNS } from '../../testing/runs.ts'
import type { Facts } from '../facts/facts.ts'
import { anyDay, anyHistory } from './any-history.given.ts'
import { balancesOn } from './balances-on.ts'
import { entriesBehind } from './explain.ts'
import type { Entry, Figures, Ledger } from './figures.ts'
import { balanceOf, ledgerOf } from './ledger-of.ts'
import { situationOf } from './situation-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const TYPE = 'vacation'
const sum = (amounts: readonly number[]): number => amounts.reduce((all, n) => all + n, 0)
const holds = (law: (ledger: Ledger, facts: Facts, asOf: LocalDate) => void): void =>
  fc.assert(
    fc.property(anyHistory, anyDay, (facts, asOf) => {
      law(ledgerOf(facts, TYPE, asOf), facts, asOf)
    }),
    { numRuns: RUNS },
  )

describe('whatever has happened', () => {
  test('nothing is lost or made: carried in and granted is taken, expired, paid out or there', () =>
    holds(({ figures: all, entries }) => {
      expect(all.carried + all.granted).toBe(
        all.taken + all.booked + all.pending + all.expired + all.paidOut + all.available,
      )
      expect(entries.at(-1)?.balance ?? 0).toBe(sum(entries.map(({ n }) => n)))
    }))

  test('the lots together hold what the figures say, and none of them less than nothing', () =>
    holds(({ figures: all, lots }) => {
      expect(sum(lots.map(({ available }) => available))).toBe(all.available)
      expect(sum(lots.map(({ booked }) => booked))).toBe(all.booked)
      expect(sum(lots.map(({ pending }) => pending))).toBe(all.pending)
      for (const { lot, available } of lots) {
        if (lot.n > 0) expect(available).toBeGreaterThanOrEqual(0)
        else expect(available).toBeLessThanOrEqual(0)
      }
    }))

  test('each figure is the sum of the entries behind it', () =>
    holds((ledger) => {
      const sign = {
        taken: -1,
        booked: -1,
        pending: -1,
        expired: -1,
        paidOut: -1,
        carried: 1,
        granted: 1,
        balance: 1,
        available: 1,
      }
      for (const name of NAMES)
        expect([name, sum(entriesBehind(ledger, name).map(({ n }) => n))]).toEqual([
          name,
          sign[name] * ledger.figures[name] + 0,
        ])
    }))

  test('each entry brings the balance to where it says', () =>
    holds(({ entries, ahead, figures: all }) => {
      const chain: readonly Entry[] = [...entries, ...ahead]
      for (const [nth, { balance, n }] of chain.entries()) expect(balance).toBe((chain[nth - 1]?.balance ?? 0) + n)
      expect(chain.at(-1)?.balance ?? 0).toBe(all.available)
      expect(entries.every(({ on }, nth) => nth === 0 || on >= (entries[nth - 1]?.on ?? on))).toBe(true)
    }))

  test('the same facts in any order give the same ledger', () =>
    holds((ledger, facts, asOf) => {
      const turned = {
        ...facts,
        leaves: facts.leaves.toReversed(),
        credits: facts.credits.toReversed(),
        payOuts: facts.payOuts.toReversed(),
      }
      expect(ledgerOf(turned, TYPE, asOf)).toEqual(ledger)
    }))

  test('the figures alone are those of the ledger', () =>
    holds(({ figures: all }, facts, asOf) => expect(balanceOf(facts, TYPE, asOf)).toEqual(all)))
})

test('a projection to a date is what is reached by waiting until it, day by day', () =>
  fc.assert(
    fc.property(anyHistory, anyDay, fc.integer({ min: 1, max: 40 }), (facts, asOf, step) => {
      const { course } = situationOf(facts, TYPE, asOf)
      const days: LocalDate[] = []
      for (let day = addDays(asOf, -300); day < asOf; day = addDays(day, step)) days.push(day)
      expect(balancesOn(course, [...days, asOf]).at(-1)).toBe(balancesOn(course, [asOf]).at(-1))
    }),
    { numRuns: RUNS },
  ))

const NAMES: readonly (keyof Figures)[] = [
  'carried',
  'granted',
  'taken',
  'booked',
  'pending',
  'expired',
  'paidOut',
  'balance',
  'available',
]
