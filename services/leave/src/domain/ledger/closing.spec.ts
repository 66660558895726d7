import { addDays } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Facts } from '../facts/facts.ts'
import { closeYear, type YearOutcome } from './close-year.ts'
import { correctionsOf } from './corrections-of.ts'
import { credit, DAY, date, leave, person, yearly } from './ledger.given.ts'
import { balanceOf } from './ledger-of.ts'

const march31 = { kind: 'date', date: { month: 3, day: 31 } } as const
const policy = yearly({ most: 5 * DAY, usable: march31 }, 10)
const open = person({ joined: '2023-01-01', policy, leaves: [leave('a', '2024-07-01', '2024-07-04')] })

/** As a decider keeps it: pins and corrections are facts. */
const close = (facts: Facts, last: string): Facts => {
  const { leaveType, carry } = closeYear(facts, 'vacation', date(last))
  return {
    ...facts,
    closedYears: [...facts.closedYears, { leaveType, last: date(last), carry: [{ n: carry, fact: 'pin' }] }],
  }
}
const change = (before: Facts, what: Partial<Facts>): Facts => {
  const after = { ...before, ...what }
  const corrections = correctionsOf(before, after)
  const closedYears = after.closedYears.map((year) => {
    const own = corrections.find(({ last }) => last === year.last)
    return own ? { ...year, carry: [...year.carry, { n: own.carry, fact: 'correction' }] } : year
  })
  return { ...after, closedYears }
}

vi.setConfig({ testTimeout: 120_000 })

describe('closing a year', () => {
  test('pins its figures, what is carried and what is forfeited', () =>
    expect(closeYear(open, 'vacation', date('2024-12-31'))).toEqual({
      leaveType: 'vacation',
      last: date('2024-12-31'),
      figures: {
        carried: 5 * DAY,
        granted: 10 * DAY,
        taken: 4 * DAY,
        booked: 0,
        pending: 0,
        expired: 5 * DAY,
        paidOut: 0,
        balance: 6 * DAY,
        available: 6 * DAY,
      },
      carry: 5 * DAY,
      forfeited: 1 * DAY,
    } satisfies YearOutcome))

  test('changes no balance', () => {
    const closed = close(close(open, '2023-12-31'), '2024-12-31')
    for (const day of ['2023-06-01', '2024-01-01', '2024-12-31', '2025-01-01', '2025-04-01'].map(date))
      expect(balanceOf(closed, 'vacation', day)).toEqual(balanceOf(open, 'vacation', day))
  })
})

describe('what changes later in a closed year', () => {
  const closed = close(close(open, '2023-12-31'), '2024-12-31')

  test('reaches it as a correction only', () => {
    // sick during vacation: all four days of 2024 come back, but no more than five were carried anyway
    expect(correctionsOf(closed, { ...closed, leaves: [] })).toEqual([
      {
        leaveType: 'vacation',
        last: date('2024-12-31'),
        figures: {
          carried: 0,
          granted: 0,
          taken: -4 * DAY,
          booked: 0,
          pending: 0,
          expired: 0,
          paidOut: 0,
          balance: 4 * DAY,
          available: 4 * DAY,
        },
        carry: 0,
        forfeited: 4 * DAY,
      },
    ])
  })

  test('goes on from year to year, oldest first', () => {
    const correction = credit(-8, '2023-05-01', { source: 'correction' })
    const corrections = correctionsOf(closed, { ...closed, credits: [correction] })
    expect(corrections.map(({ last, carry, forfeited }) => [last, carry / DAY, forfeited / DAY])).toEqual([
      ['2023-12-31', -3, -5],
      ['2024-12-31', 0, 0],
    ])
    expect(corrections[1]?.figures).toMatchObject({ carried: -3 * DAY, expired: -3 * DAY, balance: 0 })
  })

  test('leaves years alone that it does not touch', () => {
    expect(correctionsOf(closed, closed)).toEqual([])
    expect(correctionsOf(closed, { ...closed, leaves: [...closed.leaves, leave('b', '2025-02-03')] })).toEqual([])
  })

  test('a closed year is its pin and its corrections, and that is what it would be if it had never been closed', () => {
    const day = fc.integer({ min: 0, max: 3 * 365 - 1 }).map((n) => addDays(date('2023-01-01'), n))
    const leaves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), day), { maxLength: 5 })
    const changes = fc.array(fc.tuple(leaves, fc.integer({ min: -12, max: 12 }), day), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(changes, (all) => {
        const facts = all.reduce((before, [asked, n, from], nth) => {
          const given = n === 0 ? [] : [credit(n, from, { source: 'correction', fact: `correction ${nth}` })]
          const leaves = asked.map(([id, on], k) => leave(`${id}${k}`, on))
          return change(before, { leaves, credits: [...before.credits, ...given] })
        }, closed)
        const years = ['2024-12-31', '2025-12-31'].map(date)
        const [pinned, never] = [facts, { ...facts, closedYears: [] }].map((all) =>
          years.map((last) => balanceOf(all, 'vacation', last)),
        )
        return JSON.stringify(pinned) === JSON.stringify(never)
      }),
      { numRuns: RUNS },
    )
  })
})
