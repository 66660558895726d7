import { days } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '../ledger/ledger-of.ts'
import { carryOver, entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  clara,
  context,
  day,
  dora,
  givenIn,
  hashOf,
  range,
  requested,
  started,
  today,
} from './person.given.ts'
import { person } from './person.ts'

/** Ten days a year, five of which go over; 100 euros a day are paid out, but two days must stay. */
const ours: Policy = {
  ...policy('vacation'),
  entitlement: {
    ...entitlement,
    plan: { ...plan, stages: [{ ...stage, amount: 100_000, carryOver: { ...carryOver, most: 50_000 } }] },
    manual: { mostPerLeaveYear: 30_000, longestValidity: null },
    payOut: { mustStay: 20_000, most: null, rate: { currency: 'EUR', money: 1_000_000, per: 10_000 } },
  },
}
const world: Context = { ...context, documents: { ...context.documents, policies: new Map([[hashOf('ours'), ours]]) } }
const given = givenIn(world)
const terms: Event = {
  type: 'TermsApplied',
  policy: 'ours',
  version: 1,
  from: day('2025-01-01'),
  leaveType: 'vacation',
  document: hashOf('ours'),
}
const employed = [started('2025-01-01'), terms] as const
const december = [requested('r1', range('2025-12-01', '2025-12-03')), approved('r1')] as const

const nothing = { booked: 0, pending: 0, expired: 0, paidOut: 0, carried: 0 }
const close = { type: 'CloseYear', leaveType: 'vacation', last: day('2025-12-31'), on: day('2026-01-02') } as const
const closed: Event = {
  type: 'YearClosed',
  leaveType: 'vacation',
  last: day('2025-12-31'),
  figures: { ...nothing, granted: 100_000, taken: 30_000, balance: 70_000, available: 70_000 },
  carry: 50_000,
  forfeited: 20_000,
  rules: 1,
}

describe('a leave year', () => {
  test('is closed once it is over, with its figures, what goes over and what is lost', () =>
    given(...employed, ...december)
      .when(close)
      .yields(closed))

  test('is one of something that was ever counted', () =>
    given(...employed)
      .when({ ...close, leaveType: 'vacatoin' })
      .refuses({ type: 'NoBalance', leaveType: 'vacatoin', on: close.last }))

  test('is closed once', () =>
    given(...employed, ...december, closed)
      .when(close)
      .yields())

  test.each([
    ['before it is over', { ...close, on: day('2025-12-31') }],
    ['on a day that is not its last', { ...close, last: day('2025-12-30') }],
  ])('is not closed %s', (_when, command) =>
    given(...employed)
      .when(command)
      .refuses({ type: 'NotAYearEnd', leaveType: 'vacation', last: command.last }),
  )

  test('that is closed is corrected by what changes it later, in the same record', () =>
    given(...employed, ...december, closed)
      .when({ type: 'Cancel', request: 'r1', by: ben, on: today, as: [], note: null })
      .yields(cancelled('r1', ben), {
        type: 'YearCorrected',
        leaveType: 'vacation',
        last: day('2025-12-31'),
        figures: { ...nothing, granted: 0, taken: -30_000, balance: 30_000, available: 30_000 },
        carry: 0,
        forfeited: 30_000,
      }))

  test('gives the next one what it says, and its corrections', () => {
    const correction: Event = {
      type: 'YearCorrected',
      leaveType: 'vacation',
      last: day('2025-12-31'),
      figures: { ...nothing, granted: 0, taken: 0, balance: 0, available: 0 },
      carry: -10_000,
      forfeited: 0,
    }
    const { state } = given(...employed, ...december, closed, correction)
    expect(balanceOf(factsOf(state, world.documents), 'vacation', day('2026-01-01')).carried).toBe(40_000)
  })
})

const credit = (n: number, different: Partial<CommandOf<'Credit'>> = {}): CommandOf<'Credit'> => ({
  type: 'Credit',
  credit: 'c1',
  leaveType: 'vacation',
  source: 'manual',
  n,
  unit: 'day',
  from: day('2026-05-04'),
  until: null,
  override: false,
  note: null,
  by: ben,
  on: today,
  as: [],
  ...different,
})
const credited = (n: number, different: Partial<CommandOf<'Credit'>> = {}): Event => {
  const { as, override, type, unit, ...given } = credit(n, different)
  return { type: 'Credited', overridden: override, ...given }
}

describe('a credit by hand', () => {
  test('is given by whoever approves for the person', () =>
    given(...employed)
      .when(credit(30_000))
      .yields(credited(30_000)))

  test('is given once', () =>
    given(...employed, credited(30_000))
      .when(credit(30_000))
      .yields())

  test('keeps the limits of the policy, unless an admin sets them aside by name', () => {
    const admin = { by: clara, as: ['admin'], override: true }
    given(...employed)
      .when(credit(30_001))
      .refuses({
        type: 'TooMuchGranted',
        asked: { unit: 'day', n: 30_001 },
        most: days(3),
        left: days(3),
      })
    given(...employed)
      .when(credit(30_001, admin))
      .yields(credited(30_001, admin))
  })

  test('below zero keeps the floor', () =>
    given(...employed)
      .when(credit(-160_000, { source: 'correction' }))
      .refuses({ type: 'NotEnoughLeft', asked: days(16), available: days(15), on: day('2026-05-04') }))

  test('corrects a closed year where it lies in it', () => {
    const from = day('2025-11-01')
    given(...employed, ...december, closed)
      .when(credit(10_000, { from }))
      .yields(credited(10_000, { from }), {
        type: 'YearCorrected',
        leaveType: 'vacation',
        last: day('2025-12-31'),
        figures: { ...nothing, granted: 10_000, taken: 0, balance: 10_000, available: 10_000 },
        carry: 0,
        forfeited: 10_000,
      })
  })

  test('needs something that is counted', () =>
    given(...employed)
      .when(credit(10_000, { leaveType: 'sick' }))
      .refuses({ type: 'NoBalance', leaveType: 'sick', on: day('2026-05-04') }))

  test('that ends before it begins is refused', () =>
    given(...employed)
      .when(credit(10_000, { until: day('2026-05-03') }))
      .refuses({ type: 'EndBeforeStart', first: day('2026-05-04'), last: day('2026-05-03') }))

  test('in another unit than that of the policy is refused', () =>
    given(...employed)
      .when(credit(10_000, { unit: 'minute' }))
      .refuses({ type: 'OtherUnit', unit: 'day' }))

  test('is not for oneself or a colleague', () => {
    given(...employed)
      .when(credit(10_000, { by: ana, as: ['admin'] }))
      .refuses({ type: 'NotYours', person: ana })
    given(...employed)
      .when(credit(10_000, { by: dora }))
      .refuses({ type: 'NotYours', person: ana })
  })
})

describe('a pay-out', () => {
  const payOut = (n: number | 'all'): CommandOf<'PayOut'> => ({
    type: 'PayOut',
    payOut: 'p1',
    leaveType: 'vacation',
    n,
    unit: null,
    note: null,
    by: clara,
    on: today,
    as: ['admin'],
  })
  const paid = (n: number): Event => ({
    type: 'PaidOut',
    payOut: 'p1',
    leaveType: 'vacation',
    n,
    money: { currency: 'EUR', n: n * 100 },
    note: null,
    by: clara,
    on: today,
  })

  test('takes what it pays, and names the money', () =>
    given(...employed)
      .when(payOut(15_000))
      .yields(paid(15_000)))

  test('of all leaves what must stay', () =>
    given(...employed)
      .when(payOut('all'))
      .yields(paid(130_000)))

  test('is made once', () =>
    given(...employed, paid(15_000))
      .when(payOut(15_000))
      .yields())

  test('of more is refused, with the figures', () =>
    given(...employed)
      .when(payOut(140_000))
      .refuses({
        type: 'TooMuchToPayOut',
        asked: days(14),
        available: days(13),
        balance: days(15),
        mustStay: days(2),
        on: today,
      }))
})

test('recorded work is a fact by whoever decides', () => {
  const record = { record: 'w1', first: day('2026-04-27'), last: day('2026-05-03'), minutes: 2_400, by: ben, on: today }
  given(...employed)
    .when({ type: 'RecordWork', ...record, as: [] })
    .yields({ type: 'WorkRecorded', ...record })
  given(...employed, { type: 'WorkRecorded', ...record })
    .when({ type: 'RecordWork', ...record, as: [] })
    .yields()
  given(...employed)
    .when({ type: 'RecordWork', ...record, last: day('2026-04-26'), as: [] })
    .refuses({ type: 'EndBeforeStart', first: record.first, last: day('2026-04-26') })
})

test('work on one day is recorded once', () => {
  const record = { record: 'w1', first: day('2026-04-27'), last: day('2026-05-03'), minutes: 2_400, by: ben, on: today }
  const week = given(...employed, { type: 'WorkRecorded', ...record })
  const more = (first: string, last: string) =>
    ({ type: 'RecordWork', ...record, record: 'w2', first: day(first), last: day(last), as: [] }) as const
  week
    .when(more('2026-05-03', '2026-05-04'))
    .refuses({ type: 'WorkOverlaps', record: 'w1', first: record.first, last: record.last })
  const { as, ...next } = more('2026-05-04', '2026-05-10')
  week.when(more('2026-05-04', '2026-05-10')).yields({ ...next, type: 'WorkRecorded' })
})

describe('a year closed before the one that precedes it', () => {
  const earlier = [started('2024-01-01'), { ...terms, from: day('2024-01-01') }] as const
  const taken = [requested('r1', range('2024-12-02', '2024-12-03')), approved('r1')] as const
  const years = ['2024-12-31', '2025-12-31'] as const
  const closedBy = (order: readonly string[]) => {
    const { decide, evolve } = person(ana, world)
    return order.reduce(
      (now, last) => {
        const decided = decide({ ...close, last: day(last), on: day('2026-01-02') }, now)
        return decided.ok ? decided.value.reduce(evolve, now) : now
      },
      given(...earlier, ...taken).state,
    )
  }

  test('is pinned alike, so that nobody need close them in order', () => {
    const yearsAfter = (order: readonly string[]) =>
      closedBy(order).closedYears.map(({ last, figures, forfeited, carry }) => ({
        last,
        figures,
        forfeited,
        carry: carry.map(({ n }) => n),
      }))
    expect(yearsAfter(years.toReversed())).toEqual(yearsAfter(years))
    expect(yearsAfter(years)).toHaveLength(2)
  })
})
