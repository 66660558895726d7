import type { LocalDate } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { week } from '../entitlement/earning.given.ts'
import type { Facts } from '../facts/facts.ts'
import { byHand, credit, DAY, date, leave, person, weekdays, yearly } from './ledger.given.ts'
import { notCovered } from './not-covered.ts'
import { uncoveredDays } from './uncovered-days.ts'

const monthly = { stage: { frequency: { every: 'month', on: 'leaveYear' } } } as const
const joined = '2025-01-01'
const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const

/** In days. */
const refused = (facts: Facts, first: string, last = first, id?: string) => {
  const short = notCovered(facts, 'vacation', weekdays(first, last), id)
  return short && { asked: short.asked.n / DAY, available: short.available.n / DAY, on: short.on as string }
}

describe('leave is refused', () => {
  test('if the balance does not reach, with what was asked, what is there, and the first day that is short', () => {
    const ana = person({ joined, policy: yearly({}, 3) })
    expect(notCovered(ana, 'vacation', weekdays('2025-03-03', '2025-03-07'))).toEqual({
      type: 'NotEnoughLeft',
      asked: { unit: 'day', n: 5 * DAY },
      available: { unit: 'day', n: 3 * DAY },
      on: '2025-03-06',
    })
    expect(refused(ana, '2025-03-03', '2025-03-05')).toBeUndefined()
  })

  test('if it would leave accepted leave on a later day uncovered', () => {
    const ana = person({ joined, policy: yearly({}, 5), leaves: [leave('a', '2025-08-04', '2025-08-07')] })
    expect(refused(ana, '2025-03-03', '2025-03-04')).toEqual({ asked: 2, available: 1, on: '2025-08-07' })
    expect(refused(ana, '2025-09-01')).toBeUndefined()
  })

  test('if it would leave accepted leave of the next year uncovered, as less is carried', () => {
    const ana = person({ joined, policy: yearly({ most: null }, 5), leaves: [leave('a', '2026-06-01', '2026-06-12')] })
    expect(refused(ana, '2025-03-03')).toEqual({ asked: 1, available: 0, on: '2026-06-12' })
  })

  test('with all that it takes from that year: its days there, and what its days before take from what is carried', () => {
    const ana = person({
      joined: '2024-01-01',
      policy: yearly({ most: null }, 10),
      leaves: [leave('a', '2025-06-02', '2025-06-27')],
    })
    expect(refused(ana, '2024-12-25', '2025-01-01')).toEqual({ asked: 6, available: 0, on: '2025-06-20' })
  })

  test('in the year of a leave over a year end that does not cover its part', () => {
    const ana = person({ joined, policy: yearly({}, 3), leaves: [leave('a', '2025-05-05', '2025-05-07')] })
    expect(refused(ana, '2025-12-31', '2026-01-02')).toEqual({ asked: 1, available: 0, on: '2025-12-31' })
    expect(refused(ana, '2026-01-01', '2026-01-02')).toBeUndefined()
  })

  test('before enough is earned, though it will be', () => {
    const ana = person({ joined, policy: yearly({}, 24, monthly) })
    expect(refused(ana, '2025-01-06', '2025-01-08')).toEqual({ asked: 3, available: 2, on: '2025-01-08' })
    expect(refused(ana, '2025-02-03', '2025-02-06')).toBeUndefined()
  })

  test('after what was carried has expired', () => {
    const ana = person({ joined, policy: yearly({ most: null, usable: march31 }, 3) })
    expect(refused(ana, '2026-03-24', '2026-03-31')).toBeUndefined()
    expect(refused(ana, '2026-04-01', '2026-04-06')).toEqual({ asked: 4, available: 3, on: '2026-04-06' })
  })

  test('if it would leave less than nothing when its year, which is closed, goes over with a debt', () => {
    const closedYears = [{ leaveType: 'vacation', last: date('2025-12-31'), carry: [{ n: -3 * DAY, fact: 'closing' }] }]
    const credits = [credit(5, '2025-01-01', { until: date('2026-12-31') })]
    const ana = person({ joined, policy: byHand(), credits, closedYears })
    expect(refused(ana, '2025-06-02', '2025-06-04')).toEqual({ asked: 3, available: 2, on: '2026-01-01' })
    expect(refused(ana, '2025-06-02', '2025-06-03')).toBeUndefined()
  })

  test('but pending leave reserves nothing', () => {
    const ana = person({ joined, policy: yearly({}, 3), leaves: [leave('a', '2025-05-05', '2025-05-07', 'pending')] })
    expect(refused(ana, '2025-03-03', '2025-03-05')).toBeUndefined()
    expect(refused(ana, '2025-05-05', '2025-05-07', 'a')).toBeUndefined()
  })

  test('only below the floor in force', () => {
    const of = (floor: number | null) => person({ joined, policy: yearly({}, 3, { entitlement: { floor } }) })
    expect(refused(of(-2 * DAY), '2025-03-03', '2025-03-07')).toBeUndefined()
    expect(refused(of(-2 * DAY), '2025-03-03', '2025-03-10')).toEqual({ asked: 6, available: 5, on: '2025-03-10' })
    expect(refused(of(null), '2025-03-03', '2025-06-30')).toBeUndefined()
  })

  test('never if it charges nothing, though time away earns less', () => {
    const earned = yearly({}, 24, { ...monthly, earned: 'byWorkedShare' })
    const policy = { ...earned, counting: { ...earned.counting, countsAsWorked: false } }
    const free = leave('b', '2025-01-06', '2025-01-10', 'pending', [])
    const leaves = [leave('a', '2025-01-13', '2025-01-14'), free]
    const ana = person({ joined, schedules: [[joined, week(5)]], policy, leaves })
    expect(notCovered(ana, 'vacation', free.charges, free.id)).toBeUndefined()
  })

  test('never for a type without a balance', () => {
    const ana = person({ joined, policy: { ...yearly(), entitlement: null } })
    expect(refused(ana, '2025-03-03', '2025-12-31')).toBeUndefined()
  })

  test('not for what later facts have uncovered, where it takes nothing of it', () => {
    const credits = [credit(2, '2025-01-01', { until: date('2025-06-30') })]
    const ana = person({ joined, policy: byHand(), credits, leaves: [leave('a', '2025-08-04', '2025-08-05')] })
    expect(refused(ana, '2025-03-03', '2025-03-04')).toBeUndefined()
    expect(refused(ana, '2025-03-03', '2025-03-05')).toEqual({ asked: 3, available: 2, on: '2025-03-05' })
  })
})

describe('a change of accepted leave', () => {
  const spent = person({ joined, policy: yearly({}, 5), leaves: [leave('a', '2025-08-04', '2025-08-08')] })
  const overdrawn: Facts = { ...spent, credits: [credit(-2, '2025-01-01', { source: 'correction' })] }

  test('is allowed at balance 0 if it charges no more', () => {
    expect(refused(spent, '2025-07-07', '2025-07-11', 'a')).toBeUndefined()
    expect(refused(spent, '2025-09-01', '2025-09-05', 'a')).toBeUndefined()
    expect(refused(spent, '2025-08-04', '2025-08-07', 'a')).toBeUndefined()
    expect(refused(spent, '2025-08-04', '2025-08-11', 'a')).toEqual({ asked: 6, available: 5, on: '2025-08-11' })
  })

  test('even where later facts have left the balance below zero', () => {
    expect(refused(overdrawn, '2025-07-07', '2025-07-11', 'a')).toBeUndefined()
    expect(refused(overdrawn, '2025-07-07', '2025-07-14', 'a')).toMatchObject({ asked: 6, available: 3 })
  })

  test('within the year between two carry-overs, though other leave lies before the first of them', () => {
    const policy = byHand({ carryOverOn: { month: 4, day: 6 } })
    const leaves = [leave('a', '2024-02-01'), leave('b', '2025-01-06', '2025-01-08')]
    const ana = person({ joined: '2024-01-01', policy, leaves })
    expect(refused(ana, '2024-07-01', '2024-07-02', 'b')).toBeUndefined()
  })

  test('into another year must be covered there', () => {
    const ana = { ...spent, leaves: [...spent.leaves, leave('b', '2026-05-04', '2026-05-08')] }
    expect(refused(ana, '2026-01-05', '2026-01-09', 'a')).toEqual({ asked: 5, available: 0, on: '2026-05-04' })
  })

  test('within the year between two carry-overs, whenever the policy began and the leave year ends', () => {
    const policy = byHand({ leaveYear: 'anniversary', carryOverOn: { month: 1, day: 1 } })
    const ana = person({ joined: '2024-03-31', since: '2023-09-28', policy, leaves: [leave('a', '2024-04-04')] })
    expect(refused(ana, '2024-03-27', '2024-03-27', 'a')).toBeUndefined()
  })

  test('is away on the days that it moves to, where time away earns less', () => {
    const earned = yearly({}, 24, { ...monthly, earned: 'byWorkedShare' })
    const policy = { ...earned, counting: { ...earned.counting, countsAsWorked: false } }
    const leaves = [leave('a', '2025-06-02', '2025-06-03')]
    const ana = person({ joined, schedules: [[joined, week(5)]], policy, leaves })
    expect(refused(ana, '2025-01-06', '2025-01-07', 'a')).toMatchObject({ on: '2025-01-07' })
    expect(refused(ana, '2025-07-07', '2025-07-08', 'a')).toBeUndefined()
  })
})

describe('leave entered whatever the balance', () => {
  const days = (uncovered: readonly { readonly day: LocalDate; readonly n: number }[]) =>
    uncovered.map(({ day, n }) => `${day} ${n / DAY}`)

  test('names the days that become overdraft, and how much of each', () => {
    const half = { day: date('2025-02-03'), part: 'am', unit: 'day', n: 5_000 } as const
    const ana = person({
      joined,
      policy: yearly({}, 2),
      leaves: [leave('x', '2025-02-03', '2025-02-03', 'accepted', [half])],
    })
    expect(days(uncoveredDays(ana, 'vacation', weekdays('2025-03-03', '2025-03-06')))).toEqual([
      '2025-03-04 0.5',
      '2025-03-05 1',
      '2025-03-06 1',
    ])
    expect(uncoveredDays(ana, 'vacation', weekdays('2025-03-03'))).toEqual([])
  })

  test('names days of other leave that it uncovers', () => {
    const ana = person({ joined, policy: yearly({}, 2), leaves: [leave('x', '2025-08-04', '2025-08-05')] })
    expect(days(uncoveredDays(ana, 'vacation', weekdays('2025-03-03')))).toEqual(['2025-08-05 1'])
  })
})
