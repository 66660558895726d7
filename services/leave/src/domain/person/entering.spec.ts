import { days } from '@awayday/kernel'
import { describe, test } from 'vitest'
import type { Rule } from '../rules/rule.ts'
import { ALWAYS } from '../rules/when.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import {
  ana,
  approved,
  ben,
  clara,
  context,
  datesOf,
  day,
  dora,
  employed,
  given,
  givenIn,
  range,
  request,
  requested,
  today,
} from './person.given.ts'

const whole = (date: string) => ({ day: day(date), part: 'whole', unit: 'day', n: 10_000 }) as const
const enter = (different: Partial<CommandOf<'Enter'>> = {}): CommandOf<'Enter'> => ({
  type: 'Enter',
  request: 'e1',
  leaveType: 'vacation',
  dates: datesOf(range('2026-06-01', '2026-06-02')),
  cover: null,
  note: null,
  certificate: false,
  by: ben,
  on: today,
  as: ['approver'],
  ...different,
})
const entered = {
  type: 'LeaveEntered',
  request: 'e1',
  leaveType: 'vacation',
  dates: datesOf(range('2026-06-01', '2026-06-02')),
  charges: ['2026-06-01', '2026-06-02'].map(whole),
  cover: null,
  note: null,
  overridden: [],
  uncovered: [],
  certificate: false,
  by: ben,
  on: today,
} as const

/** Dora is of the company, and works or is away. */
const staffed = (presence: 'works' | 'away'): Context => ({
  ...context,
  office: {
    ...context.office,
    organisation: {
      ...context.office.organisation,
      people: { dora: { person: dora, places: [], employment: [{ from: day('2020-01-01'), until: null }], roles: [] } },
    },
    presence: () => presence,
  },
})

describe('leave entered by a manager', () => {
  test('is accepted at once', () =>
    given(...employed)
      .when(enter())
      .yields(entered))

  test('may go beyond the balance: what is not covered is said day by day', () =>
    given(...employed, requested('r1', range('2026-05-11', '2026-05-12')), approved('r1'))
      .when(enter())
      .yields({ ...entered, uncovered: [{ day: day('2026-06-02'), n: 10_000 }] }))

  test('is then overdraft, so that nothing is left', () =>
    given(...employed, requested('r1', range('2026-05-11', '2026-05-12')), approved('r1'), entered)
      .when(request('r2', range('2026-07-01')))
      .refuses({ type: 'NotEnoughLeft', asked: days(1), available: days(0), on: day('2026-07-01') }))

  test('is not entered by colleagues, nor for oneself', () => {
    given(...employed)
      .when(enter({ by: dora, as: [] }))
      .refuses({ type: 'NotYours', person: ana })
    given(...employed)
      .when(enter({ by: ana, as: ['admin'] }))
      .refuses({ type: 'NotYours', person: ana })
  })

  test('names nobody to take the work over who cannot: not the person, nobody who is away or unknown', () => {
    given(...employed)
      .when(enter({ cover: ana }))
      .refuses({ type: 'OwnCover' })
    given(...employed)
      .when(enter({ cover: dora }))
      .refuses({ type: 'CoverAway', cover: dora, on: day('2026-06-01') })
    givenIn(staffed('away'))(...employed)
      .when(enter({ cover: dora }))
      .refuses({ type: 'CoverAway', cover: dora, on: day('2026-06-01') })
    givenIn(staffed('works'))(...employed)
      .when(enter({ cover: dora }))
      .yields({ ...entered, cover: dora })
  })

  test('clashes as all leave does', () =>
    given(...employed, requested('r1', range('2026-06-02')))
      .when(enter())
      .refuses({ type: 'Overlaps', request: 'r1', ...range('2026-06-02') }))
})

describe('a rule of the company', () => {
  const audit: Rule = {
    id: 'audit',
    name: 'Audit',
    when: ALWAYS,
    rule: {
      kind: 'blackout',
      days: [{ kind: 'range', first: day('2026-06-02'), last: day('2026-06-02') }],
      counts: 'named',
    },
    overridableBy: ['admin'],
    exception: true,
  }
  const ruled = givenIn({ ...context, rules: [audit] })
  const wish = request('r1', range('2026-06-01', '2026-06-02'))
  const broken = {
    rule: 'audit',
    kind: 'blackout',
    findings: [
      {
        first: day('2026-06-02'),
        last: day('2026-06-02'),
        part: 'whole',
        required: { of: 'work' },
        found: { of: 'leave' },
        requests: [],
      },
    ],
    overridableBy: ['admin'],
    exception: true,
  } as const

  test('refuses a request, with the dates', () =>
    ruled(...employed)
      .when(wish)
      .refuses({ type: 'BreaksRules', broken: [broken] }))

  test('lets an exception be asked for, where it may', () => {
    const asked = requested('r1', range('2026-06-01', '2026-06-02'))
    if (asked.type !== 'LeaveRequested') throw new Error('not a request')
    ruled(...employed)
      .when({ ...wish, exception: true })
      .yields({ ...asked, exceptions: ['audit'] })
  })

  test('is not set aside by an admin who asks for themselves', () =>
    ruled(...employed)
      .when({ ...wish, as: ['admin'] })
      .refuses({ type: 'BreaksRules', broken: [broken] }))

  test('is set aside by whoever approves for the person where it says so, and by no other approver', () => {
    const theirs = givenIn({ ...context, rules: [{ ...audit, overridableBy: ['approver'] }] })
    theirs(...employed)
      .when(enter({ as: [] }))
      .yields({ ...entered, overridden: ['audit'] })
    theirs(...employed)
      .when(enter({ by: clara, as: ['admin', 'approver'] }))
      .refuses({ type: 'BreaksRules', broken: [{ ...broken, overridableBy: ['approver'] }] })
  })

  test('is set aside, by name, by whoever may', () => {
    ruled(...employed)
      .when(enter({ by: clara, as: ['admin'] }))
      .yields({ ...entered, by: clara, overridden: ['audit'] })
    ruled(...employed)
      .when(enter())
      .refuses({ type: 'BreaksRules', broken: [broken] })
  })
})
