import { addDays, days } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { ALWAYS } from '../rules/when.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import {
  ana,
  approved,
  cancelled,
  context,
  datesOf,
  day,
  declined,
  employed,
  given,
  givenIn,
  range,
  request,
  requested,
  started,
  terms,
  today,
  waits,
  withdrawn,
} from './person.given.ts'
import { person } from './person.ts'

const week = range('2026-06-01', '2026-06-03')

describe('a leave request', () => {
  test('carries what each of its days costs', () =>
    given(...employed)
      .when(request('r1', range('2026-06-01 pm', '2026-06-02'), { note: 'n1' }))
      .yields({
        type: 'LeaveRequested',
        request: 'r1',
        leaveType: 'vacation',
        by: ana,
        on: day('2026-05-04'),
        dates: {
          kind: 'range',
          first: day('2026-06-01'),
          firstPart: 'pm',
          last: day('2026-06-02'),
          lastPart: 'whole',
        },
        charges: [
          { day: day('2026-06-01'), part: 'pm', unit: 'day', n: 5_000 },
          { day: day('2026-06-02'), part: 'whole', unit: 'day', n: 10_000 },
        ],
        cover: null,
        exceptions: [],
        certificate: false,
        note: 'n1',
      }))

  test('made again says nothing new', () =>
    given(...employed, requested('r1', week))
      .when(request('r1', week))
      .yields())

  test('may take all that is left', () =>
    given(...employed)
      .when(request('r1', week))
      .yields(requested('r1', week)))

  test('may be for days that have passed', () => {
    const past = range('2026-04-01', '2026-04-02')
    given(...employed)
      .when(request('r1', past))
      .yields(requested('r1', past))
  })

  test('names a leave type that exists', () =>
    given(...employed)
      .when(request('r1', week, { leaveType: 'sabbatical' }))
      .refuses({ type: 'UnknownLeaveType', leaveType: 'sabbatical' }))

  test('does not end before it starts', () =>
    given(...employed)
      .when(request('r1', range('2026-06-03', '2026-06-01')))
      .refuses({ type: 'EndBeforeStart', first: day('2026-06-03'), last: day('2026-06-01') }))

  test('is not ten years long', () =>
    given(...employed)
      .when(request('r1', range('2026-06-01', '2036-05-31')))
      .refuses({ type: 'TooLong', days: 3653, most: 1_096 }))

  test('has parts that agree', () =>
    given(...employed)
      .when(request('r1', range('2026-06-01 am', '2026-06-01 pm')))
      .refuses({ type: 'PartsDisagree', firstPart: 'am', lastPart: 'pm' }))

  test('takes at least one working day', () =>
    given(...employed)
      .when(request('r1', range('2026-06-06', '2026-06-07')))
      .refuses({ type: 'NoWorkingDay', first: day('2026-06-06'), last: day('2026-06-07') }))
})

describe('leave lies within employment:', () => {
  const ended = { type: 'EmploymentEnded', on: day('2026-06-02'), seq: 300 } as const

  test('not before anybody has said that it began', () =>
    given()
      .when(request('r1', week))
      .refuses({ type: 'NotEmployed', on: day('2026-06-01') }))

  test('not before its first day', () =>
    given(started('2026-06-02'), terms(3, '2026-06-02'))
      .when(request('r1', week))
      .refuses({ type: 'NotEmployed', on: day('2026-06-01') }))

  test('not after its last day', () =>
    given(...employed, ended)
      .when(request('r1', week))
      .refuses({ type: 'NotEmployed', on: day('2026-06-03') }))

  test('the last day is a day of employment', () => {
    const lastDays = range('2026-06-01', '2026-06-02')
    given(...employed, ended)
      .when(request('r1', lastDays))
      .yields(requested('r1', lastDays))
  })

  test('not in the gap of somebody who came back', () =>
    given(...employed, ended, started('2026-06-04', {}, 400))
      .when(request('r1', range('2026-06-02', '2026-06-05')))
      .refuses({ type: 'NotEmployed', on: day('2026-06-03') }))

  test('somebody who came back the next day was never away', () => {
    const both = range('2026-06-02', '2026-06-03')
    given(...employed, ended, started('2026-06-03', {}, 400))
      .when(request('r1', both))
      .yields(requested('r1', both))
  })
})

describe('leave overlaps', () => {
  const overlaps = { type: 'Overlaps', request: 'r1', ...week } as const

  test.each([
    ['pending', [requested('r1', week)]],
    ['approved', [requested('r1', week), approved('r1')]],
  ])('with what is %s', (_status, history) =>
    given(...employed, ...history)
      .when(request('r2', range('2026-06-03', '2026-06-04')))
      .refuses(overlaps),
  )

  test('with sickness too', () =>
    given(...employed, requested('r1', week))
      .when(request('r2', range('2026-06-02'), { leaveType: 'unpaid' }))
      .refuses(overlaps))

  test.each([
    ['declined', [requested('r1', week), declined('r1')]],
    ['withdrawn', [requested('r1', week), withdrawn('r1')]],
    ['cancelled', [requested('r1', week), approved('r1'), cancelled('r1')]],
  ])('not with what is %s', (_status, history) =>
    given(...employed, ...history)
      .when(request('r2', week))
      .yields(requested('r2', week)),
  )

  test('not with the other half of a day', () => {
    const [morning, afternoon] = [range('2026-06-01 am'), range('2026-06-01 pm')]
    given(...employed, requested('r1', morning))
      .when(request('r2', afternoon))
      .yields(requested('r2', afternoon))
  })
})

describe('where rules of the company are about overlap with own leave, they decide', () => {
  const overlap = (allowed: 'none' | 'partial' | 'full', others: readonly string[] | null = null): Context => ({
    ...context,
    rules: [
      {
        id: 'two-at-once',
        name: 'Two at once',
        when: { ...ALWAYS, leaveTypes: ['unpaid'] },
        rule: { kind: 'overlap', with: others, allowed },
        overridableBy: [],
        exception: false,
      },
    ],
  })
  const unpaid = { leaveType: 'unpaid' }
  const history = [...employed, requested('r1', week)] as const

  test('and may let it pass', () =>
    givenIn(overlap('full'))(...history)
      .when(request('r2', week, unpaid))
      .yields(requested('r2', week, unpaid)))

  test('or in part', () => {
    const later = range('2026-06-03', '2026-06-04')
    givenIn(overlap('partial'))(...history)
      .when(request('r2', later, unpaid))
      .yields(requested('r2', later, unpaid))
    const { decide } = person(ana, overlap('partial'))
    expect(decide(request('r2', week, unpaid), given(...history).state)).toMatchObject({
      ok: false,
      error: { type: 'BreaksRules', broken: [{ rule: 'two-at-once', findings: [{ requests: ['r1'] }] }] },
    })
  })

  test('about the types they name, and no other', () => {
    givenIn(overlap('full', ['sick']))(...history)
      .when(request('r2', week, unpaid))
      .refuses({ type: 'Overlaps', request: 'r1', ...week })
    givenIn(overlap('full'))(...history)
      .when(request('r2', week))
      .refuses({ type: 'Overlaps', request: 'r1', ...week })
  })
})

describe('leave far ahead', () => {
  const [late, latest] = [range('2037-01-01'), day('2036-12-31')]
  const far = { type: 'TooFarAhead', on: late.first, latest } as const

  test('is not asked for', () =>
    given(...employed)
      .when(request('r1', late))
      .refuses(far))

  test('is not what leave becomes', () =>
    given(...employed, requested('r1', week), waits('r1'))
      .when({ type: 'Edit', request: 'r1', dates: datesOf(late), cover: null, by: ana, on: today, as: [] })
      .refuses(far))
})

describe('a rule that asks for a certificate', () => {
  const world: Context = {
    ...context,
    rules: [
      {
        id: 'proof',
        name: 'Proof',
        when: ALWAYS,
        rule: { kind: 'needs', what: 'certificate', longerThan: null, adjoining: 'off' },
        overridableBy: [],
        exception: false,
      },
    ],
  }

  test('lets pass what comes with one, and its changes', () => {
    const certificate = { certificate: true }
    const asked = [requested('r1', week, certificate)] as const
    givenIn(world)(...employed)
      .when(request('r1', week, certificate))
      .yields(...asked)
    const { decide } = person(ana, world)
    const shorter = datesOf(range('2026-06-01', '2026-06-02'))
    const edit = { type: 'Edit', request: 'r1', dates: shorter, cover: null, by: ana, on: today, as: [] } as const
    expect(decide(edit, given(...employed, ...asked).state)).toMatchObject({ ok: true })
    expect(decide(request('r1', week), given(...employed).state)).toMatchObject({
      ok: false,
      error: { type: 'BreaksRules', broken: [{ rule: 'proof' }] },
    })
  })
})

describe('where the policy of a type has ended', () => {
  const ended: Event = {
    type: 'TermsApplied',
    policy: 'ours',
    version: 2,
    from: day('2026-06-02'),
    leaveType: 'vacation',
    document: null,
  }
  const leftOver = requested('r1', range('2026-06-01'))

  test('leave is refused, and not free', () =>
    given(...employed, ended)
      .when(request('r1', range('2026-06-01', '2026-06-03')))
      .refuses({ type: 'NoBalance', leaveType: 'vacation', on: day('2026-06-02') }))

  test('leave before is as it was', () =>
    given(...employed, ended)
      .when(request('r1', range('2026-06-01')))
      .yields(leftOver))

  test('leave of another type is as it was', () =>
    given(...employed, ended)
      .when(request('r1', range('2026-06-02'), { leaveType: 'unpaid' }))
      .yields(requested('r1', range('2026-06-02'), { leaveType: 'unpaid' })))

  test('leave is not moved there', () =>
    given(...employed, leftOver, ended)
      .when({
        type: 'Edit',
        request: 'r1',
        dates: datesOf(range('2026-06-02')),
        cover: null,
        by: ana,
        on: today,
        as: [],
      })
      .refuses({ type: 'NoBalance', leaveType: 'vacation', on: day('2026-06-02') }))
})

describe('there must be enough left', () => {
  const four = range('2026-06-01', '2026-06-04')

  test('of what was granted', () =>
    given(...employed)
      .when(request('r1', four))
      .refuses({ type: 'NotEnoughLeft', asked: days(4), available: days(3), on: day('2026-06-04') }))

  test('after what is approved, later in the year too', () => {
    const december = range('2026-12-01', '2026-12-02')
    given(...employed, requested('r1', december), approved('r1'))
      .when(request('r2', range('2026-06-01', '2026-06-02')))
      .refuses({ type: 'NotEnoughLeft', asked: days(2), available: days(1), on: day('2026-12-02') })
  })

  test('in each leave year that it touches', () =>
    given(started(), terms(2))
      .when(request('r1', range('2026-12-30', '2027-01-05')))
      .refuses({ type: 'NotEnoughLeft', asked: days(3), available: days(2), on: day('2027-01-05') }))

  test('while what is only pending reserves nothing', () =>
    given(...employed, requested('r1', week))
      .when(request('r2', range('2026-07-01', '2026-07-03')))
      .yields(requested('r2', range('2026-07-01', '2026-07-03'))))

  test('but not of a type that takes nothing from a balance', () => {
    const month = range('2026-06-01', '2026-06-30')
    const unpaid = { leaveType: 'unpaid' }
    given(...employed)
      .when(request('r1', month, unpaid))
      .yields(requested('r1', month, unpaid))
  })

  test('while what later facts left uncovered in one year does not close another', () => {
    const nextYear = range('2027-06-01')
    given(
      ...employed,
      requested('r1', range('2026-06-01', '2026-06-03')),
      approved('r1'),
      terms(1, '2026-01-01'), // lowered after the approval
    )
      .when(request('r2', nextYear))
      .yields(requested('r2', nextYear))
  })

  test('nor does an uncovered year take one day more', () =>
    given(...employed, requested('r1', week), approved('r1'), terms(1, '2026-01-01'))
      .when(request('r2', range(addDays(week.last, 1))))
      .refuses({ type: 'NotEnoughLeft', asked: days(1), available: days(0), on: day('2026-06-04') }))
})
