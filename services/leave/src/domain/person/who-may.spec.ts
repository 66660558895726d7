import { days, type PersonId } from '@awayday/kernel'
import { describe, test } from 'vitest'
import type { Doing } from '../approval/command.ts'
import { entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { ana, ben, clara, context, datesOf, day, dora, givenIn, hashOf, range, started, today } from './person.given.ts'

/** Three days a year, none of which may be given by hand. */
const ours: Policy = {
  ...policy('vacation'),
  entitlement: {
    ...entitlement,
    plan: { ...plan, stages: [{ ...stage, amount: 30_000 }] },
    manual: { mostPerLeaveYear: 0, longestValidity: null },
  },
}
const terms: Event = {
  type: 'TermsApplied',
  policy: 'ours',
  version: 1,
  from: day('2025-01-01'),
  leaveType: 'vacation',
  document: hashOf('ours'),
}

type Approval = Context['office']['rules']

/** Dora stands in for Ben. */
const company = (rules: Partial<Approval> = {}): Context => ({
  ...context,
  documents: { ...context.documents, policies: new Map([[hashOf('ours'), ours]]) },
  office: {
    ...context.office,
    rules: { ...context.office.rules, ...rules },
    organisation: {
      people: Object.fromEntries([dora, clara].map((person) => [person, here(person)])),
      departments: {},
      deputies: [{ of: ben, by: dora, first: today, last: today }],
    },
  },
})
const here = (person: PersonId) => ({
  person,
  places: [],
  employment: [{ from: day('2020-01-01'), until: null }],
  roles: [],
})

const employed = [started('2025-01-01'), terms] as const
const ofHerself = [started('2025-01-01', { approver: ana }), terms] as const
const someone = (by: PersonId, ...as: readonly string[]): Doing => ({ by, as, on: today })
const admin = someone(clara, 'admin')
const approver = someone(ben, 'approver')
const deputy = someone(dora)
const herself = someone(ana, 'employee', 'approver')

const enter = (doing: Doing, last = '2026-06-01') =>
  ({
    type: 'Enter',
    request: 'e1',
    leaveType: 'vacation',
    dates: datesOf(range('2026-06-01', last)),
    cover: null,
    note: null,
    certificate: false,
    ...doing,
  }) as const
const entered = ({ by, on }: Doing) => {
  const { type, as, ...asking } = enter(someone(by))
  const charges = [whole('2026-06-01')]
  return { type: 'LeaveEntered', ...asking, charges, overridden: [], uncovered: [], on } as const
}
const whole = (date: string) => ({ day: day(date), part: 'whole', unit: 'day', n: 10_000 }) as const

const credit = (doing: Doing, different: { readonly n?: number; readonly override?: boolean } = {}) =>
  ({
    type: 'Credit',
    credit: 'c1',
    leaveType: 'vacation',
    source: 'correction',
    n: -10_000,
    unit: 'day',
    from: today,
    until: null,
    override: false,
    note: null,
    ...different,
    ...doing,
  }) as const
const credited = (doing: Doing, n = -10_000, overridden = false): Event => {
  const { type, as, override, unit, ...given } = credit(doing, { n })
  return { type: 'Credited', ...given, overridden }
}

const payOut = (doing: Doing) =>
  ({ type: 'PayOut', payOut: 'p1', leaveType: 'vacation', n: 10_000, unit: 'day', note: null, ...doing }) as const

const notYours = { type: 'NotYours', person: ana } as const

describe('an admin', () => {
  test('enters leave, credits and pays out, whatever roles decide in place of others', () => {
    const given = givenIn(company({ override: [] }))
    given(...employed)
      .when(enter(admin))
      .yields(entered(admin))
    given(...employed)
      .when(credit(admin))
      .yields(credited(admin))
    given(...employed)
      .when(payOut(admin))
      .yields({
        type: 'PaidOut',
        payOut: 'p1',
        leaveType: 'vacation',
        n: 10_000,
        money: null,
        note: null,
        by: clara,
        on: today,
      })
  })

  test('sets limits and the floor aside', () => {
    const given = givenIn(company())
    given(...employed)
      .when(credit(admin, { n: -40_000, override: true }))
      .yields(credited(admin, -40_000, true))
  })

  test('does so for themselves where people may approve their own leave, and nowhere else', () => {
    const own = someone(ana, 'admin')
    for (const command of [enter(own), credit(own), payOut(own)])
      givenIn(company())(...employed)
        .when(command)
        .refuses(notYours)
    givenIn(company({ selfApproval: true }))(...employed)
      .when(credit(own, { n: -40_000, override: true }))
      .yields(credited(own, -40_000, true))
  })
})

describe('whoever approves for somebody', () => {
  const given = givenIn(company())

  test('enters leave, credits and corrects', () => {
    given(...employed)
      .when(enter(approver))
      .yields(entered(approver))
    given(...employed)
      .when(credit(approver))
      .yields(credited(approver))
  })

  test('sets no limit and no floor aside', () =>
    given(...employed)
      .when(credit(approver, { n: -40_000, override: true }))
      .refuses({ type: 'NotEnoughLeft', asked: days(4), available: days(3), on: today }))

  test('pays nothing out', () =>
    given(...employed)
      .when(payOut(approver))
      .refuses(notYours))
})

describe('whoever approves their own leave', () => {
  const given = givenIn(company({ selfApproval: true }))

  test('enters and credits nothing for themselves', () => {
    for (const command of [enter(herself), credit(herself, { n: 5_000_000, override: true }), payOut(herself)])
      given(...ofHerself)
        .when(command)
        .refuses(notYours)
  })
})

describe('a deputy of whoever approves', () => {
  const given = givenIn(company())

  test('enters leave that the balance covers', () => {
    given(...employed)
      .when(enter(deputy))
      .yields(entered(deputy))
    given(...employed)
      .when(enter(deputy, '2026-06-04'))
      .refuses({ type: 'NotEnoughLeft', asked: days(4), available: days(3), on: day('2026-06-04') })
  })

  test('credits nothing, pays nothing out and records no work', () => {
    const work = { record: 'w1', first: today, last: today, minutes: 480 }
    for (const command of [credit(deputy), payOut(deputy), { type: 'RecordWork', ...work, ...deputy } as const])
      given(...employed)
        .when(command)
        .refuses(notYours)
  })
})

describe('a manager', () => {
  const given = givenIn(company())

  test('who enters leave for somebody does so beyond the balance too', () =>
    given(...employed)
      .when(enter(someone(dora, 'manager'), '2026-06-04'))
      .yields({
        ...entered(someone(dora)),
        dates: datesOf(range('2026-06-01', '2026-06-04')),
        charges: ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map(whole),
        uncovered: [{ day: day('2026-06-04'), n: 10_000 }],
      }))

  test('may do nothing else by that role alone', () => {
    for (const command of [enter(someone(clara, 'manager')), credit(someone(dora, 'manager'))])
      given(...employed)
        .when(command)
        .refuses(notYours)
  })
})
