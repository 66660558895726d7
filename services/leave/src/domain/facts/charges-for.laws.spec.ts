import type { LocalDate, Unit } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { person } from '../ledger/ledger.given.ts'
import type { Counting } from '../policy/counting.ts'
import type { Dates, Part } from '../time/absence.ts'
import { anyCounting, anyDay, anyPart, anyUnit, anyWhere } from '../time/any-time.given.ts'
import type { Whereabouts } from '../time/charged.ts'
import { overlap } from '../time/overlap.ts'
import { partsOf } from '../time/parts-of.ts'
import { counting, on } from '../time/time.given.ts'
import { chargesFor, type Earlier } from './charges-for.ts'
import type { Facts } from './facts.ts'

const runs = { numRuns: RUNS }

const onDay = (day: LocalDate, ...parts: readonly Part[]): Dates => ({
  kind: 'days',
  days: parts.map((part) => ({ day, part })),
})

/** A day, and leaves of it that do not clash. */
const anyLeaves = fc
  .tuple(anyDay, fc.array(fc.tuple(anyPart, fc.constantFrom('vacation', 'sick')), { minLength: 1, maxLength: 5 }))
  .map(([day, asked]) => {
    const parts: Part[] = []
    const leaves: Earlier[] = []
    for (const [part, leaveType] of asked) {
      const dates = onDay(day, part)
      if (overlap(onDay(day, ...parts), dates)) continue
      parts.push(part)
      leaves.push({ leaveType, dates })
    }
    return { day, parts, leaves }
  })

const severalLeaves = anyLeaves.filter(({ leaves }) => leaves.length > 1)

/** Two halves without a side are two halves of the day. */
const hasAPlace = ({ dates }: Earlier): boolean => partsOf(dates).every(({ parts }) => !parts.includes('half'))

type Counted = { readonly counting: Counting; readonly unit: Unit }

const factsOf = (where: Whereabouts, vacation: Counted, sick: Counted): Facts => {
  const facts = person()
  const places = where.places.map((place) => ({ ...place, department: '', team: '', labels: [] }))
  const policies = [vacation, sick].map((counted, nth) => ({
    from: on('2020-01-01'),
    policy: { leaveType: nth === 0 ? 'vacation' : 'sick', ...counted, entitlement: null },
    fact: '',
  }))
  return { ...facts, ...where, places, policies }
}

const costOf = (facts: Facts, { leaveType, dates }: Earlier, earlier: readonly Earlier[] = []): number =>
  chargesFor(facts, leaveType, dates, earlier).reduce((sum, { n }) => sum + n, 0)

/** What each costs, one accepted after the other. */
const costs = (facts: Facts, leaves: readonly Earlier[]): readonly number[] =>
  leaves.map((leave, nth) => costOf(facts, leave, leaves.slice(0, nth)))

const sum = (amounts: readonly number[]): number => amounts.reduce((all, n) => all + n, 0)

describe('leaves of one day that do not clash', () => {
  test('cost together what one leave of all their parts costs; never less, in whatever order they are accepted', () =>
    fc.assert(
      fc.property(anyWhere, anyLeaves, anyCounting, anyUnit, (where, { day, parts, leaves }, how, unit) => {
        const counted = { counting: how, unit }
        const facts = factsOf(where, counted, counted)
        const alone = costOf(facts, { leaveType: 'vacation', dates: onDay(day, ...parts) })
        const inOrder = partsOf(onDay(day, ...parts)).flatMap((named) => named.parts)
        const leavesInOrder = inOrder.map((part) => ({ leaveType: 'vacation', dates: onDay(day, part) }))
        expect(sum(costs(facts, leavesInOrder))).toBe(alone)
        expect(sum(costs(facts, leaves))).toBeGreaterThanOrEqual(alone)
      }),
      runs,
    ))

  test('cost together at most what the whole day does, or where hours are named, all its hours', () =>
    fc.assert(
      fc.property(anyWhere, anyLeaves, anyCounting, anyUnit, (where, { day, parts, leaves }, how, unit) => {
        const counted = { counting: how, unit }
        const facts = factsOf(where, counted, counted)
        const all = (part: Part) => costOf(facts, { leaveType: 'vacation', dates: onDay(day, part) })
        const inHours = parts.some((part) => typeof part === 'object')
        const most = Math.max(all('whole'), inHours ? all({ from: 0, to: 1440 }) : 0)
        expect(sum(costs(facts, leaves))).toBeLessThanOrEqual(most)
      }),
      runs,
    ))

  test('make the last of them cost the same where one before it is there twice', () =>
    fc.assert(
      fc.property(anyWhere, severalLeaves, fc.nat(3), anyCounting, anyUnit, (where, { leaves }, nth, how, unit) => {
        const counted = { counting: how, unit }
        const facts = factsOf(where, counted, counted)
        const [earlier, last] = [leaves.slice(0, -1), leaves.slice(-1)]
        const again = earlier.filter(hasAPlace).filter((_, n, all) => n === nth % all.length)
        const [once, twice] = [earlier, [...earlier, ...again]].map((there) =>
          last.map((leave) => costOf(facts, leave, there)),
        )
        expect(twice).toEqual(once)
      }),
      runs,
    ))

  test('of types in days and in minutes take at most the whole day together, but for rounding', () =>
    fc.assert(
      fc.property(anyWhere, anyLeaves, (where, { day, leaves }) => {
        const untimed = { ...where, schedules: where.schedules.map(withoutTimes) }
        const facts = factsOf(untimed, { counting: counting(), unit: 'day' }, { counting: counting(), unit: 'minute' })
        const share = (leave: Earlier, n: number): number =>
          n === 0 ? 0 : n / costOf(facts, { leaveType: leave.leaveType, dates: onDay(day, 'whole') })
        const shares = costs(facts, leaves).map((n, nth) =>
          share(leaves[nth] ?? { leaveType: '', dates: onDay(day) }, n),
        )
        expect(sum(shares)).toBeLessThan(1.001)
      }),
      runs,
    ))
})

const withoutTimes = (scheduled: Whereabouts['schedules'][number]): Whereabouts['schedules'][number] => ({
  ...scheduled,
  schedule: {
    ...scheduled.schedule,
    weeks: scheduled.schedule.weeks.map((week) => week.map((plan) => ({ ...plan, times: [] }))),
  },
})
