import { addDays, yearOf } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Facts } from '../facts/facts.ts'
import { DAY, date, person, vacation } from './earning.given.ts'
import { grantsOf } from './grants-of.ts'
import { anyDay, anyFrequency, anyPolicy, anySchedules } from './plans.given.ts'

const END = date('2024-12-31')
const joined = anyDay('2023-06-01', 400)
const amounts = (facts: Facts, until = END) =>
  grantsOf(facts, 'vacation', until).map(({ on, first, last, n }) => ({ on, first, last, n }))

describe('the grants of a plan', { timeout: 120_000 }, () => {
  test('of a whole year rounded cumulatively make its amount exactly', () => {
    fc.assert(
      fc.property(
        anyFrequency,
        fc.integer({ min: 0, max: 60 * DAY }),
        fc.constantFrom(1, 100, 5000, DAY),
        (frequency, amount, step) => {
          const policy = vacation({
            stage: { frequency, amount },
            rounding: { mode: 'nearest', step, of: 'cumulative' },
          })
          const grants = grantsOf(person({ policy }), 'vacation', date('2025-12-31'))
          const year = grants.filter(({ leaveYear }) => yearOf(leaveYear) === 2024)
          expect(year.reduce((sum, { n }) => sum + n, 0)).toBe(Math.floor(amount / step + 0.5) * step)
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('are the same whether one policy applies or the same again and again', () => {
    fc.assert(
      fc.property(
        joined,
        anyPolicy,
        anySchedules,
        fc.array(anyDay('2023-01-01', 800), { maxLength: 3 }),
        (from, policy, schedules, changes) => {
          const after = changes.filter((day) => day > from).toSorted()
          const again = [['2020-01-01', policy] as const, ...after.map((day) => [day, policy] as const)]
          expect(amounts(person({ joined: from, schedules, policies: again }))).toEqual(
            amounts(person({ joined: from, schedules, policy })),
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('are the same whether one schedule holds or the same again and again', () => {
    fc.assert(
      fc.property(joined, anyPolicy, anySchedules, anyDay('2023-01-01', 800), (from, policy, schedules, change) => {
        const [first] = schedules
        if (!first) return
        const again = [['2022-01-01', first[1]] as const, [change, first[1]] as const]
        const once = [['2022-01-01', first[1]] as const]
        expect(amounts(person({ joined: from, schedules: again, policy }))).toEqual(
          amounts(person({ joined: from, schedules: once, policy })),
        )
      }),
      { numRuns: RUNS },
    )
  })

  test('up to a day are the first of those up to a later one', () => {
    fc.assert(
      fc.property(joined, anyPolicy, anySchedules, anyDay('2023-06-01', 500), (from, policy, schedules, until) => {
        const facts = person({ joined: from, policy, schedules })
        const all = grantsOf(facts, 'vacation', END)
        expect(grantsOf(facts, 'vacation', until)).toEqual(all.filter(({ on }) => on <= until))
      }),
      { numRuns: RUNS },
    )
  })

  test('come oldest first, none of nothing, within employment or on the day after', () => {
    fc.assert(
      fc.property(
        joined,
        anyPolicy,
        anySchedules,
        fc.integer({ min: 0, max: 500 }),
        (from, policy, schedules, days) => {
          const left = addDays(from, days)
          const grants = grantsOf(person({ joined: from, left, policy, schedules }), 'vacation', END)
          expect(grants.map(({ on }) => on)).toEqual(grants.map(({ on }) => on).toSorted())
          for (const { n, on } of grants) {
            expect(n).toBeGreaterThan(0)
            expect(Number.isSafeInteger(n)).toBe(true)
            expect(on >= from && on <= addDays(left, 1)).toBe(true)
          }
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('give the full year to who joins on its first day and leaves on its last', () => {
    fc.assert(
      fc.property(anyPolicy, anySchedules, (policy, schedules) => {
        const plan = policy.entitlement?.plan
        const [stage] = plan?.stages ?? []
        if (!policy.entitlement || !plan || !stage || 'joining' === ('on' in stage.frequency && stage.frequency.on))
          return
        const yearly = {
          ...stage,
          per: 'year' as const,
          frequency: { every: 'month' as const, on: 'leaveYear' as const },
        }
        const own = {
          ...policy.entitlement,
          leaveYear: { month: 1, day: 1 },
          plan: { ...plan, stages: [yearly], earned: 'byTime' as const },
        }
        const inYear = (from: string, left?: string) =>
          grantsOf(
            person({ joined: from, ...(left ? { left } : {}), schedules, policy: { ...policy, entitlement: own } }),
            'vacation',
            date('2025-01-01'),
          ).filter(({ leaveYear }) => leaveYear === '2024-01-01')
        expect(inYear('2024-01-01', '2024-12-31')).toEqual(inYear('2020-01-01'))
      }),
      { numRuns: RUNS },
    )
  })

  test('do not depend on the order in which leave and records are told', () => {
    const leave = fc.tuple(joined, fc.integer({ min: 0, max: 10 })).map(([first, days]): Facts['leaves'][number] => ({
      id: first,
      leaveType: 'sick',
      status: 'accepted',
      dates: { kind: 'range', first, firstPart: 'whole', last: addDays(first, days), lastPart: 'whole' },
      charges: [],
      fact: first,
    }))
    const record = fc
      .tuple(joined, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9000 }))
      .map(([first, days, minutes]) => ({
        first,
        last: addDays(first, days),
        minutes,
        fact: first,
      }))
    const sick = {
      ...vacation(),
      leaveType: 'sick',
      counting: { ...vacation().counting, countsAsWorked: false },
      entitlement: null,
    }
    fc.assert(
      fc.property(
        joined,
        anyPolicy,
        anySchedules,
        fc.array(leave, { maxLength: 2 }),
        fc.array(record, { maxLength: 2 }),
        (from, policy, schedules, leaves, worked) => {
          const policies = [['2020-01-01', policy] as const, ['2020-01-01', sick] as const]
          const told = (given: Pick<Facts, 'leaves' | 'worked'>) =>
            amounts(person({ joined: from, policies, schedules, ...given }), date('2024-06-30'))
          expect(told({ leaves: leaves.toReversed(), worked: worked.toReversed() })).toEqual(told({ leaves, worked }))
        },
      ),
      { numRuns: RUNS },
    )
  })
})
