import { addDays, type LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Facts } from '../facts/facts.ts'
import { anyDay, anyHistory } from './any-history.given.ts'
import { balancesOn } from './balances-on.ts'
import { entriesBehind } from './explain.ts'
import type { Figures, Ledger } from './figures.ts'
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

/** As `toEqual`, at a fraction of what that costs thousands of times. */
const same = (found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected)
}

describe('whatever has happened', () => {
  test('nothing is lost or made: carried in and granted is taken, expired, paid out or there', () =>
    holds(({ figures: all }) => {
      const gone = all.taken + all.booked + all.pending + all.expired + all.paidOut
      same(all.carried + all.granted, gone + all.available)
    }))

  test('the lots together hold what the figures say, and none of them less than nothing', () =>
    holds(({ figures: { booked, pending, available }, lots }) => {
      const ofLots = (figure: 'available' | 'booked' | 'pending') => sum(lots.map((lot) => lot[figure]))
      same([ofLots('available'), ofLots('booked'), ofLots('pending')], [available, booked, pending])
      const odd = lots.filter(({ lot, available: left }) => (lot.n > 0 ? left < 0 : left > 0))
      same(odd, [])
    }))

  test('each figure is the sum of the entries behind it', () =>
    holds((ledger) => {
      for (const name of NAMES) {
        const behind = sum(entriesBehind(ledger, name).map(({ n }) => n))
        same([name, TAKEN_AWAY.has(name) ? -behind : behind], [name, ledger.figures[name]])
      }
    }))

  test('each entry brings the balance to where it says, and the last one to what is available', () =>
    holds(({ entries, ahead, figures: { available } }) => {
      let balance = 0
      for (const entry of [...entries, ...ahead]) {
        balance += entry.n
        same(entry.balance, balance)
      }
      same(balance, available)
      const days = entries.map(({ on }) => on)
      same(days, days.toSorted())
    }))

  test('the same facts in any order give the same ledger', () =>
    holds((ledger, facts, asOf) => {
      const turned = {
        ...facts,
        leaves: facts.leaves.toReversed(),
        credits: facts.credits.toReversed(),
        payOuts: facts.payOuts.toReversed(),
      }
      same(ledgerOf(turned, TYPE, asOf), ledger)
    }))

  test('the figures alone are those of the ledger', () =>
    holds(({ figures: all }, facts, asOf) => same(balanceOf(facts, TYPE, asOf), all)))
})

test('a projection to a date is what is reached by waiting until it, day by day', () =>
  fc.assert(
    fc.property(anyHistory, anyDay, fc.integer({ min: 1, max: 40 }), (facts, asOf, step) => {
      const { course } = situationOf(facts, TYPE, asOf)
      const days: LocalDate[] = []
      for (let day = addDays(asOf, -300); day < asOf; day = addDays(day, step)) days.push(day)
      same(balancesOn(course, [...days, asOf]).at(-1), balancesOn(course, [asOf]).at(-1))
    }),
    { numRuns: RUNS },
  ))

const TAKEN_AWAY: ReadonlySet<keyof Figures> = new Set(['taken', 'booked', 'pending', 'expired', 'paidOut'])
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
