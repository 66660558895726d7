import { addDays, type LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { test, vi } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Facts } from '../facts/facts.ts'
import type { Entitlement } from '../policy/policy.ts'
import type { Charge } from '../time/charged.ts'
import { anyDay, anyHistory } from './any-history.given.ts'
import { byHand, credit, DAY, date, leave, person } from './ledger.given.ts'
import { balanceOf } from './ledger-of.ts'
import { notCovered } from './not-covered.ts'
import { withLeave } from './with-leave.ts'

vi.setConfig({ testTimeout: 120_000 })

const TYPE = 'vacation'

/** Up to five days in a row, free ones too. */
const anyDays: fc.Arbitrary<readonly Charge[]> = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 5 }))
  .map(([first, length]) =>
    Array.from({ length }, (_, nth) => ({ day: addDays(first, nth), part: 'whole', unit: 'day', n: DAY })),
  )

test('decisions that are covered leave no balance below the floor in force, on no day', () => {
  const wishes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), anyDays), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(anyHistory, wishes, fc.array(anyDay, { minLength: 5, maxLength: 5 }), (history, asked, days) => {
      const before: Facts = { ...history, leaves: [], payOuts: [], credits: history.credits.filter(({ n }) => n > 0) }
      const after = asked.reduce(
        (facts, [id, charges]) =>
          notCovered(facts, TYPE, charges, id) ? facts : withLeave(facts, { leave: id, leaveType: TYPE, charges }),
        before,
      )
      for (const day of [...days, ...after.leaves.flatMap(({ charges }) => charges.map((charge) => charge.day))]) {
        const floor = before.policies.findLast(({ from }) => from <= day)?.policy.entitlement?.floor ?? 0
        const lowest = Math.min(...before.policies.map(({ policy }) => policy.entitlement?.floor ?? 0))
        if (balanceOf(after, TYPE, day).balance < (before.policies.length > 1 ? lowest : floor)) return false
      }
      return true
    }),
    { numRuns: RUNS },
  )
})

test('what is refused is covered when as much less is asked for as the refusal says', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 350 }),
      (there, asked, nth) => {
        const first = addDays(date('2025-01-01'), nth)
        const ana = person({ joined: '2024-01-01', policy: byHand(), credits: [credit(there, '2024-01-01')] })
        const wish = Array.from(
          { length: asked },
          (_, nth): Charge => ({ day: addDays(first, nth), part: 'whole', unit: 'day', n: DAY }),
        )
        const short = notCovered(ana, TYPE, wish)
        if (asked <= there) return short === undefined
        return short?.available.n === there * DAY && !notCovered(ana, TYPE, wish.slice(0, short.available.n / DAY))
      },
    ),
    { numRuns: RUNS },
  ))

test('using what can be used up to the earliest day first loses the fewest days: fewer than any other choice', () => {
  const day = fc.integer({ min: 0, max: 11 })
  const lot = fc
    .tuple(day, day, fc.integer({ min: 1, max: 3 }))
    .map(([a, b, n]): Part => ({ from: Math.min(a, b), until: Math.max(a, b), n }))
  fc.assert(
    fc.property(fc.array(lot, { maxLength: 4 }), fc.array(day, { maxLength: 7 }), (lots, asked) => {
      const days = asked.toSorted((a, b) => a - b)
      const lost = (order: Entitlement['order']) =>
        balanceOf(given(lots, days, order), TYPE, date('2024-12-31')).expired / DAY
      const lastUsableFirst = lost('lastUsableFirst')
      return lastUsableFirst === fewestLost(lots, days) && lastUsableFirst <= lost('earliestStartFirst')
    }),
    { numRuns: RUNS },
  )
})

type Part = { readonly from: number; readonly until: number; readonly n: number }
const onDay = (n: number): LocalDate => addDays(date('2024-03-01'), n)

const given = (lots: readonly Part[], days: readonly number[], order: Entitlement['order']) =>
  person({
    joined: '2024-01-01',
    policy: byHand({ order }),
    credits: lots.map(({ from, until, n }, nth) => credit(n, onDay(from), { until: onDay(until), fact: `${nth}` })),
    leaves: days.map((day, nth) =>
      leave(`${nth}`, onDay(day), onDay(day), 'accepted', [{ day: onDay(day), part: 'whole', unit: 'day', n: DAY }]),
    ),
  })

/** By trying every lot for every day; a day without one is a debt, which the next lot to begin pays. */
const fewestLost = (lots: readonly Part[], days: readonly number[], debt = 0, day = 0): number => {
  if (day > 12) return 0
  const over = lots.filter(({ until }) => until < day).reduce((sum, { n }) => sum + n, 0)
  const there = lots.filter(({ until, n }) => until >= day && n > 0)
  const usable = there.filter(({ from }) => from <= day)
  const choices = usable.map((lot) => there.map((other) => (other === lot ? { ...lot, n: lot.n - 1 } : other)))
  if (debt > 0 && usable.length > 0)
    return over + Math.min(...choices.map((left) => fewestLost(left, days, debt - 1, day)))
  if (days[0] !== day) return over + fewestLost(there, days, debt, day + 1)
  if (usable.length === 0) return over + fewestLost(there, days.slice(1), debt + 1, day)
  return over + Math.min(...choices.map((left) => fewestLost(left, days.slice(1), debt, day)))
}
