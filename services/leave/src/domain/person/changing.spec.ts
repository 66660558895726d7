import { days } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '../ledger/ledger-of.ts'
import type { Range } from '../time/absence.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import {
  ana,
  approved,
  ben,
  cancelled,
  context,
  datesOf,
  day,
  dora,
  employed,
  given,
  givenIn,
  hashOf,
  range,
  request,
  requested,
  started,
  terms,
  today,
  waits,
} from './person.given.ts'
import { rowsOf } from './rows.ts'
import type { State } from './state.ts'

/** Ana has three days a year, and her leave of two days in June is approved. */
const leave = range('2026-06-01', '2026-06-02')
const wish = range('2026-06-02', '2026-06-04')
const accepted = [...employed, requested('r1', leave), waits('r1'), approved('r1')] as const

const whole = (date: string) => ({ day: day(date), part: 'whole', unit: 'day', n: 10_000 }) as const
const about = (by = ben) => ({ request: 'r1', by, on: today })
const change = (dates: Range, charged: readonly string[]): readonly Event[] => [
  {
    type: 'ChangeProposed',
    dates: datesOf(dates),
    charges: charged.map(whole),
    cover: null,
    ...about(ana),
  },
  {
    type: 'ChangeRequested',
    levels: [{ approvers: [{ kind: 'approver', up: 1 }], need: 'anyOf' }],
    level: 0,
    cover: null,
    ...about(ana),
  },
]
const proposed = change(wish, ['2026-06-02', '2026-06-03', '2026-06-04'])
const waiting = [...accepted, ...proposed] as const
const made: Event = { type: 'ChangeApproved', note: null, ...about() }
const withdrawn: Event = { type: 'ChangeWithdrawn', ...about(ana) }
const expired: Event = { type: 'ChangeExpired', request: 'r1', by: null, on: day('2026-05-13') }
const refused: Event = { type: 'ChangeDeclined', note: null, ...about() }

/** The second of June is free from now on. */
const world: Context = {
  ...context,
  documents: {
    ...context.documents,
    calendars: new Map([
      [hashOf('lisbon'), { holidays: [{ day: day('2026-06-02'), part: 'whole', name: 'Festa' }], closings: [] }],
    ]),
  },
}

const edit = (dates: Range, by = ana): CommandOf<'Edit'> => ({
  type: 'Edit',
  dates: datesOf(dates),
  cover: null,
  as: [],
  ...about(by),
})
const say = (type: 'Approve' | 'Decline' | 'Cancel', by = ben) =>
  ({ type, inSpiteOf: [], note: null, as: [], ...about(by) }) as const
const figures = (state: State) => balanceOf(factsOf(state, context.documents), 'vacation', today)
const leaveOf = (state: State) => state.requests.map(({ dates, charges, cover }) => ({ dates, charges, cover }))

describe('a change of approved leave that waits', () => {
  test('leaves the leave as it is, in the calendar and in the balance; what it takes more is pending', () => {
    const { state } = given(...waiting)
    expect(rowsOf(state)).toEqual({
      'away/engineering/2026-06-02/ana/r1': {
        team: 'engineering',
        person: ana,
        request: 'r1',
        leaveType: 'vacation',
        status: 'approved',
        ...leave,
        approvers: [ben],
      },
      'waiting/ben/ana/r1': { approver: ben, person: ana, request: 'r1', askedOn: today, cover: false },
    })
    expect(figures(state)).toMatchObject({ booked: 20_000, pending: 20_000, available: -10_000 })
    expect(factsOf(state, context.documents).leaves.map(({ id, status, dates }) => ({ id, status, dates }))).toEqual([
      { id: 'r1', status: 'accepted', dates: datesOf(leave) },
      {
        id: 'r1',
        status: 'pending',
        dates: {
          kind: 'days',
          days: [
            { day: day('2026-06-03'), part: 'whole' },
            { day: day('2026-06-04'), part: 'whole' },
          ],
        },
      },
    ])
  })

  test('becomes the leave when it is approved', () => {
    given(...waiting)
      .when(say('Approve'))
      .yields(made)
    const { state } = given(...waiting, made)
    expect(leaveOf(state)).toEqual([
      { dates: datesOf(wish), charges: ['2026-06-02', '2026-06-03', '2026-06-04'].map(whole), cover: null },
    ])
    expect(figures(state)).toMatchObject({ booked: 30_000, pending: 0 })
  })

  test('is forgotten when it is declined, withdrawn or expires', () => {
    given(...waiting)
      .when(say('Decline'))
      .yields(refused)
    given(...waiting)
      .when({ type: 'Withdraw', as: [], ...about(ana) })
      .yields(withdrawn)
    given(...waiting)
      .when({ type: 'Pass', on: day('2026-05-13') })
      .yields(expired)
    const before = given(...accepted).state
    for (const end of [refused, withdrawn, expired]) {
      const { state } = given(...waiting, end)
      expect(factsOf(state, context.documents)).toEqual(factsOf(before, context.documents))
      expect(rowsOf(state)).toEqual(rowsOf(before))
    }
  })

  test('is held against the balance when it is approved, the days that it replaces being free', () => {
    const other = [requested('r2', range('2026-07-01')), approved('r2')] as const
    given(...waiting, ...other)
      .when(say('Approve'))
      .refuses({ type: 'NotEnoughLeft', asked: days(3), available: days(2), on: day('2026-07-01') })
    given(...waiting, ...other)
      .when(say('Decline'))
      .yields(refused)
  })

  test('is replaced by another one, and by one that need not be approved', () => {
    const earlier = range('2026-05-29', '2026-06-02')
    given(...waiting)
      .when(edit(earlier))
      .yields(...change(earlier, ['2026-05-29', '2026-06-01', '2026-06-02']))
    given(...waiting)
      .when(edit(wish))
      .yields()
    given(...waiting)
      .when(edit(leave))
      .yields(withdrawn)
    given(...waiting)
      .when(edit(range('2026-06-02')))
      .yields(
        {
          type: 'LeaveEdited',
          dates: datesOf(range('2026-06-02')),
          charges: [whole('2026-06-02')],
          cover: null,
          ...about(ana),
        },
        withdrawn,
      )
  })

  test('goes with the leave when that is cancelled', () => {
    given(...waiting)
      .when(say('Cancel', ana))
      .yields(cancelled('r1'))
    const { state } = given(...waiting, cancelled('r1'))
    expect(rowsOf(state)).toEqual({})
    expect(figures(state)).toMatchObject({ booked: 0, pending: 0 })
  })

  test('goes when the person falls ill on the days of either', () => {
    const illness = (date: string) => {
      const asking = { request: 's1', leaveType: 'sick', dates: datesOf(range(date)), cover: null, note: null }
      return { ...asking, certificate: null, by: ben, on: today } as const
    }
    for (const date of ['2026-06-01', '2026-06-04'])
      given(...waiting)
        .when({ type: 'RecordSickness', ...illness(date), as: [] })
        .yields(
          {
            type: 'SicknessRecorded',
            ...illness(date),
            charges: [whole(date)],
            overLeave: { kind: 'givesBack', leaveTypes: null, certificate: 'needed', fromDay: 1 },
          },
          { type: 'ChangeWithdrawn', ...about() },
        )
    given(...waiting)
      .when({ type: 'RecordSickness', ...illness('2026-06-05'), as: [] })
      .yields({
        type: 'SicknessRecorded',
        ...illness('2026-06-05'),
        charges: [whole('2026-06-05')],
        overLeave: { kind: 'givesBack', leaveTypes: null, certificate: 'needed', fromDay: 1 },
      })
  })

  test('keeps its days, and those of the leave, from other leave', () => {
    const known = given(started(), terms(20), ...waiting.slice(2))
    for (const date of ['2026-06-01', '2026-06-02'])
      known.when(request('r2', range(date))).refuses({ type: 'Overlaps', request: 'r1', ...leave })
    known
      .when(request('r2', range('2026-06-04')))
      .refuses({ type: 'Overlaps', request: 'r1', ...range('2026-06-03', '2026-06-04') })
    known.when(request('r2', range('2026-06-05'))).yields(requested('r2', range('2026-06-05')))
  })

  test('is charged anew with the leave', () => {
    const calendar = { location: 'lisbon', version: 1, from: day('1900-01-01'), document: hashOf('lisbon') } as const
    givenIn(world)(...waiting)
      .when({ type: 'ApplyCalendar', ...calendar })
      .yields(
        { type: 'CalendarApplied', ...calendar },
        {
          type: 'LeaveRecharged',
          leaves: [{ request: 'r1', charges: [whole('2026-06-01')] }],
          proposals: [{ request: 'r1', charges: [whole('2026-06-03'), whole('2026-06-04')] }],
          because: { kind: 'calendar', document: 'lisbon', version: 1 },
        },
      )
  })

  test('of single days that are given back waits where giving back does', () => {
    const rules = { ...context.office.rules, cancellation: 'approval' } as const
    givenIn({ ...context, office: { ...context.office, rules } })(...accepted)
      .when({ type: 'CancelDays', days: [{ day: day('2026-06-02'), part: 'whole' }], as: [], ...about(ana) })
      .yields(
        {
          type: 'ChangeProposed',
          dates: { kind: 'days', days: [{ day: day('2026-06-01'), part: 'whole' }] },
          charges: [whole('2026-06-01')],
          cover: null,
          ...about(ana),
        },
        ...change(leave, []).slice(1),
      )
  })

  test('is nobody else’s to see', () =>
    given(...waiting)
      .when(say('Approve', dora))
      .refuses({ type: 'NotRequested', request: 'r1' }))
})
