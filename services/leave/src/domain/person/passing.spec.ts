import { specOf } from '@awayday/event-sourcing/testing'
import { weekday } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { type ApprovalRules, STANDARD_APPROVAL } from '../approval/approval-rules.ts'
import type { Deputy } from '../approval/organisation.ts'
import type { Command } from './commands.ts'
import type { Event } from './events.ts'
import { memberOf } from './office-of.ts'
import {
  ana,
  ben,
  clara,
  context,
  day,
  dora,
  employed,
  lisbon,
  range,
  request,
  requested,
  waits,
} from './person.given.ts'
import { person } from './person.ts'
import { rowsOf } from './rows.ts'
import { initial, type State } from './state.ts'

/** Ben approves for Ana, Clara for Ben, nobody for Clara; all work from Monday to Friday, save those days. */
const who = (owner: typeof ana, approver: typeof ana | null): State => ({
  ...initial(owner),
  employment: {
    turns: [{ kind: 'started', on: day('2020-01-01'), seq: 1, fact: 0 }],
    places: [{ from: day('2020-01-01'), ...lisbon, approver, seq: 1 }],
  },
})
const members = [who(ana, ben), who(ben, clara), who(clara, null), who(dora, ben)].map((state) => memberOf(state, []))
const decider = (
  rules: Partial<ApprovalRules> = {},
  deputies: readonly Deputy[] = [],
  away: (person: string, on: string) => boolean = () => false,
) =>
  person(ana, {
    ...context,
    office: {
      rules: { ...STANDARD_APPROVAL, ...rules },
      organisation: {
        people: Object.fromEntries(members.map((one) => [one.person, one])),
        departments: {},
        deputies,
      },
      presence: (one, on) => (weekday(on) > 5 ? 'free' : away(one, on) ? 'away' : 'works'),
    },
  })
const inOffice = (...office: Parameters<typeof decider>) => specOf(decider(...office))
/** What a command says after a history. */
const said = (by: ReturnType<typeof decider>, history: readonly Event[], command: Command): readonly Event[] => {
  const decided = by.decide(command, history.reduce(by.evolve, by.initial))
  return decided.ok ? decided.value : []
}

// A Monday.
const asked = [...employed, requested('r1', range('2026-07-06', '2026-07-07')), waits('r1')]
const pass = (on: string) => ({ type: 'Pass', on: day(on) }) as const
const reminded = (after: number, on: string, name = ben): Event => ({
  type: 'LeaveReminded',
  request: 'r1',
  who: name,
  after,
  by: null,
  on: day(on),
})
const waitsFor = (on: string, ...people: readonly (typeof ana | null)[]): Event => ({
  type: 'LeaveWaits',
  request: 'r1',
  for: people,
  by: null,
  on: day(on),
})

describe('whoever is waited for', () => {
  const given = inOffice()
  test('is reminded on the morning of their first working day after it was asked', () =>
    given(...asked)
      .when(pass('2026-05-04'))
      .yields(reminded(1, '2026-05-05')))
  test('is reminded once', () =>
    given(...asked, reminded(1, '2026-05-05'))
      .when(pass('2026-05-05'))
      .yields())
  test('is reminded again after three and five of their working days', () => {
    given(...asked, reminded(1, '2026-05-05'))
      .when(pass('2026-05-06'))
      .yields(reminded(3, '2026-05-07'))
    given(...asked, reminded(1, '2026-05-05'), reminded(3, '2026-05-07'))
      .when(pass('2026-05-10'))
      .yields(reminded(5, '2026-05-11'))
  })
  test('is reminded once of all that a job which comes late has missed', () =>
    given(...asked)
      .when(pass('2026-05-08'))
      .yields(reminded(3, '2026-05-07')))
  test('is not reminded of what is decided', () =>
    given(...asked, { type: 'LeaveDeclined', request: 'r1', by: ben, on: day('2026-05-04'), note: null })
      .when(pass('2026-05-06'))
      .yields())
  test('is reminded only when they work', () =>
    inOffice(
      {},
      [],
      (_, on) => on === '2026-05-05',
    )(...asked)
      .when(pass('2026-05-05'))
      .yields(reminded(1, '2026-05-06')))
})

describe('a request that nobody decides', () => {
  test('expires at the end of its approver’s seventh working day, and not before', () => {
    const given = inOffice({ remindAfter: [] })
    given(...asked)
      .when(pass('2026-05-12'))
      .yields()
    given(...asked)
      .when(pass('2026-05-20'))
      .yields({ type: 'LeaveExpired', request: 'r1', by: null, on: day('2026-05-13') })
  })

  test('goes up where the rules say so, and waits for both', () =>
    inOffice(
      { remindAfter: [], escalateAfter: 2 },
      [],
      (name) => name === ben,
    )(...asked)
      .when(pass('2026-05-06'))
      .yields(
        { type: 'LeaveEscalated', request: 'r1', level: 0, seat: 0, because: 'away', by: null, on: day('2026-05-06') },
        waitsFor('2026-05-07', ben, clara),
      ))

  test('says the same however often it is asked', () => {
    const away = decider({ remindAfter: [], escalateAfter: 2 }, [], (name) => name === ben)
    const first = said(away, asked, pass('2026-05-06'))
    expect(first).toHaveLength(2)
    expect(said(away, [...asked, ...first], pass('2026-05-06'))).toEqual([])
  })
})

describe('a deputy', () => {
  const deputies = [{ of: ben, by: dora, first: day('2026-05-06'), last: day('2026-05-08') }]
  const given = inOffice({ remindAfter: [] }, deputies)
  const inboxes = (...events: readonly Event[]) =>
    Object.keys(rowsOf(given(...events).state)).filter((id) => id.startsWith('waiting/'))

  test('is waited for from their first day on', () => {
    given(...asked)
      .when(pass('2026-05-04'))
      .yields()
    given(...asked)
      .when(pass('2026-05-05'))
      .yields(waitsFor('2026-05-06', ben, dora))
    expect(inboxes(...asked, waitsFor('2026-05-06', ben, dora))).toEqual(['waiting/ben/ana/r1', 'waiting/dora/ana/r1'])
  })
  test('is waited for no longer after the last', () => {
    given(...asked, waitsFor('2026-05-06', ben, dora))
      .when(pass('2026-05-08'))
      .yields(waitsFor('2026-05-09', ben))
    expect(inboxes(...asked, waitsFor('2026-05-06', ben, dora), waitsFor('2026-05-09', ben))).toEqual([
      'waiting/ben/ana/r1',
    ])
  })
  test('decides on their days, and on no other', () => {
    const approve = { type: 'Approve', request: 'r1', inSpiteOf: [], note: null, by: dora, as: ['employee'] } as const
    given(...asked)
      .when({ ...approve, on: day('2026-05-06') })
      .yields({ type: 'LeaveApproved', request: 'r1', by: dora, on: day('2026-05-06'), note: null })
    given(...asked)
      .when({ ...approve, on: day('2026-05-05') })
      .refuses({ type: 'NotRequested', request: 'r1' })
  })
  test('is told of what is asked while they stand in', () =>
    expect(
      said(decider({}, deputies), employed, request('r2', range('2026-07-09'), { on: day('2026-05-07') })).at(-1),
    ).toEqual({ ...waitsFor('2026-05-07', ben, dora), request: 'r2' }))
})
