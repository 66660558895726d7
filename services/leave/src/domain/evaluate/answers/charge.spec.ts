import { addDays } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { DAY, date, type Given, vacation } from '../../entitlement/earning.given.ts'
import type { Counting } from '../../policy/counting.ts'
import type { Dates, Part } from '../../time/absence.ts'
import { partsOf } from '../../time/parts-of.ts'
import type { Asked } from '../case.ts'
import { answerTo, asked, ofVacation, range, someone } from './asked.given.ts'

const xmas = {
  holidays: [
    { day: date('2025-12-25'), part: 'whole', name: 'Christmas' },
    { day: date('2025-12-24'), part: 'pm', name: 'Eve' },
  ],
  closings: [{ first: date('2025-12-29'), last: date('2025-12-30'), part: 'whole', name: 'Shut' }],
} as const

const policy = (counting: Partial<Counting> = {}) => {
  const usual = vacation()
  return { ...usual, counting: { ...usual.counting, ...counting } }
}

/** Which days cost nothing, and why. */
const free = (dates: Dates | null, given: Given = {}, leaves: readonly Asked[] = [], leave: string | null = null) => {
  const person = someone({ calendars: { Berlin: xmas }, ...given }, { leaves })
  return answerTo({ ask: 'charge', ...ofVacation, dates, leave }, person)['notCharged']
}
const because = (day: string, why: string) => ({ date: `2025-12-${day}`, why })

describe('a day that costs nothing says why:', () => {
  test('nothing is planned, a holiday, a closing', () => {
    expect(free(range('2025-12-24', '2025-12-30'))).toEqual([
      because('25', 'holiday: Christmas'),
      because('27', 'nothing planned'),
      because('28', 'nothing planned'),
      because('29', 'closing: Shut'),
      because('30', 'closing: Shut'),
    ])
    expect(free(range('2025-12-24', '2025-12-24', 'pm'))).toEqual([because('24', 'holiday: Eve')])
    expect(free(range('2025-12-24', '2025-12-24', 'am'))).toEqual([])
  })
  test('an end that the policy leaves out, though holidays are charged', () => {
    const given = { policy: policy({ holidays: 'charged', ends: 'withoutLast' }) }
    const left = 'left out: the policy does not charge this end of a range'
    expect(free(range('2025-12-24', '2025-12-25'), given)).toEqual([because('25', left)])
  })
  test('by the first policy, where it is older than that', () => {
    const given = { policy: policy({ holidays: 'charged', ends: 'withoutFirst' }), since: '2026-01-01' }
    const left = 'left out: the policy does not charge this end of a range'
    expect(free(range('2025-12-25', '2025-12-26'), given)).toEqual([because('25', left)])
  })
  test('nobody is employed', () => {
    expect(free(range('2025-12-23', '2025-12-23'), { left: '2025-12-22' })).toEqual([because('23', 'not employed')])
  })
  test('sickness gives it back', () => {
    const ill = { first: date('2025-12-01'), last: date('2025-12-31') }
    const leaves = [
      asked('v', '2025-12-22', '2025-12-23'),
      asked('s', '2025-12-23', '2025-12-23', { leaveType: 'sick', certificate: ill }),
    ]
    expect(free(null, {}, leaves, 'v')).toEqual([because('23', 'given back: sickness "s"')])
  })
  test('other leave of that day is charged all that is worked', () => {
    const half = { ...range('2025-12-24', '2025-12-24', 'am') }
    const leaves = [asked('a', '2025-12-24', '2025-12-24', { dates: half })]
    expect(free(range('2025-12-24', '2025-12-24', { from: 720, to: 900 }), { calendars: {} }, leaves)).toEqual([])
    const hours = { from: 0, to: 480 }
    expect(
      free(range('2025-12-22', '2025-12-22', { from: 480, to: 960 }), {}, [
        asked('a', '2025-12-22', '2025-12-22', { dates: range('2025-12-22', '2025-12-22', hours) }),
      ]),
    ).toEqual([because('22', 'charged already: leave "a"')])
  })
  test('it was said to be charged otherwise', () => {
    const charges = [{ day: date('2025-12-22'), part: 'whole', unit: 'day', n: DAY }] as const
    const leaves = [asked('v', '2025-12-22', '2025-12-23', { charges })]
    expect(free(null, {}, leaves, 'v')).toEqual([because('23', 'not among the charges that were given')])
  })
})

describe('whatever leave names', () => {
  const part = fc.constantFrom<Part>('whole', 'am', 'pm', 'half', { from: 540, to: 600 }, { from: 0, to: 1 })
  const day = fc.integer({ min: 0, max: 20 }).map((n) => addDays(date('2025-12-20'), n))
  const ranges = fc
    .tuple(day, fc.integer({ min: 0, max: 9 }), part, part)
    .map(([first, days, one, other]) => range(first, addDays(first, days), one, days === 0 ? one : other))
  const counting = fc.record({
    days: fc.constantFrom<Counting['days']>('working', 'calendar', { weekdays: [1, 2, 3, 4, 5, 6] }),
    holidays: fc.constantFrom('free', 'charged'),
    ends: fc.constantFrom('both', 'withoutFirst', 'withoutLast', 'neither'),
  })

  test('each day of it is charged or says why not, and the sum is that of its days and of its months', () =>
    fc.assert(
      fc.property(ranges, ranges, counting, fc.boolean(), (dates, other, settings, beside) => {
        const given = { policy: policy(settings), calendars: { Berlin: xmas }, left: '2026-01-05' }
        const person = someone(given, { leaves: beside ? [asked('a', other.first, other.last, { dates: other })] : [] })
        const answer = answerTo({ ask: 'charge', ...ofVacation, dates, leave: null }, person)
        const { days, notCharged, total, byMonth } = answer as Told
        const named = partsOf(dates).map((one) => one.day)
        expect([...new Set([...days, ...notCharged].map((one) => one.date))].toSorted()).toEqual(named)
        const sum = (all: readonly string[]) => all.reduce((n, amount) => n + Math.round(Number(amount) * DAY), 0)
        expect(sum(days.map(({ amount }) => amount))).toBe(sum([total]))
        expect(sum(Object.values(byMonth))).toBe(sum([total]))
      }),
      { numRuns: Math.min(RUNS, 1_000) },
    ))
})

type Told = {
  readonly days: readonly { readonly date: string; readonly amount: string }[]
  readonly notCharged: readonly { readonly date: string; readonly why: string }[]
  readonly total: string
  readonly byMonth: Readonly<Record<string, string>>
}
