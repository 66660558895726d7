import { describe, expect, test } from 'vitest'
import { entitlement, plan, policy, stage } from '../policy/defaults.ts'
import type { Policy } from '../policy/policy.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Schedule } from '../time/schedule.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import {
  approved,
  cancelled,
  context,
  day,
  declined,
  employed,
  givenIn,
  hashOf,
  range,
  requested,
  started,
  terms,
} from './person.given.ts'
import { starterSchedule } from './starter-schedule.ts'
import { requestOf } from './state.ts'

const santoAntonio: Calendar = {
  holidays: [{ day: day('2026-06-03'), part: 'whole', name: 'Santo António' }],
  closings: [{ first: day('2026-06-05'), last: day('2026-06-05'), part: 'pm', name: 'Summer party' }],
}
const [week = []] = starterSchedule.weeks
const off = { halves: 'none', minutes: 0, times: [] } as const
const fourDays: Schedule = { ...starterSchedule, weeks: [week.map((plan, n) => (n === 4 ? off : plan))], fte: 8_000 }
const calendarDays: Policy = {
  ...policy('vacation'),
  counting: { ...policy('vacation').counting, days: 'calendar' },
  entitlement: { ...entitlement, plan: { ...plan, stages: [{ ...stage, amount: 300_000 }] } },
}
const world: Context = {
  ...context,
  documents: {
    policies: new Map([
      [hashOf('calendar-days'), calendarDays],
      [hashOf('toil'), { ...calendarDays, leaveType: 'toil' }],
    ]),
    schedules: new Map([[hashOf('four-days'), fourDays]]),
    calendars: new Map([[hashOf('lisbon'), santoAntonio]]),
  },
}
const given = givenIn(world)

const june = requested('r1', range('2026-06-01', '2026-06-07'))
const accepted = [started(), terms(10), june, approved('r1')] as const
const whole = (date: string) => ({ day: day(date), part: 'whole', unit: 'day', n: 10_000 }) as const
const calendar = { location: 'lisbon', version: 1, from: day('1900-01-01'), document: hashOf('lisbon') } as const

describe('a holiday that is added', () => {
  test('gives days back, in the same record', () =>
    given(...accepted)
      .when({ type: 'ApplyCalendar', ...calendar })
      .yields(
        { type: 'CalendarApplied', ...calendar },
        {
          type: 'LeaveRecharged',
          proposals: [],
          leaves: [
            {
              request: 'r1',
              charges: [
                whole('2026-06-01'),
                whole('2026-06-02'),
                whole('2026-06-04'),
                { ...whole('2026-06-05'), n: 5_000 },
              ],
            },
          ],
          because: { kind: 'calendar', document: 'lisbon', version: 1 },
        },
      ))

  test('changes what is pending too, and nothing that is over', () => {
    const pending = requested('r2', range('2026-06-03 am'))
    const over = [requested('r3', range('2026-06-03 pm')), declined('r3')] as const
    const history = [started(), terms(10), pending, ...over] as const
    given(...history)
      .when({ type: 'ApplyCalendar', ...calendar })
      .yields(
        { type: 'CalendarApplied', ...calendar },
        {
          type: 'LeaveRecharged',
          proposals: [],
          leaves: [{ request: 'r2', charges: [] }],
          because: { kind: 'calendar', document: 'lisbon', version: 1 },
        },
      )
  })

  test('elsewhere changes nothing', () =>
    given(...accepted)
      .when({ type: 'ApplyCalendar', ...calendar, location: 'berlin' })
      .yields({ type: 'CalendarApplied', ...calendar, location: 'berlin' }))

  test('is told once', () =>
    given(...accepted, { type: 'CalendarApplied', ...calendar })
      .when({ type: 'ApplyCalendar', ...calendar })
      .yields())

  test('from a later day on changes none before', () => {
    const later = { ...calendar, from: day('2026-06-04') }
    given(...accepted)
      .when({ type: 'ApplyCalendar', ...later })
      .yields(
        { type: 'CalendarApplied', ...later },
        {
          type: 'LeaveRecharged',
          proposals: [],
          leaves: [
            {
              request: 'r1',
              charges: [
                ...['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map(whole),
                { ...whole('2026-06-05'), n: 5_000 },
              ],
            },
          ],
          because: { kind: 'calendar', document: 'lisbon', version: 1 },
        },
      )
  })
})

describe('other working time', () => {
  const timetable = {
    schedule: 'four-days',
    version: 1,
    from: day('2026-06-05'),
    document: hashOf('four-days'),
  } as const

  test('charges the days from its first day on anew', () =>
    given(...accepted)
      .when({ type: 'AssignSchedule', ...timetable })
      .yields(
        { type: 'ScheduleApplied', ...timetable },
        {
          type: 'LeaveRecharged',
          proposals: [],
          leaves: [{ request: 'r1', charges: ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map(whole) }],
          because: { kind: 'schedule', document: 'four-days', version: 1 },
        },
      ))

  test('later than all leave changes none of it', () =>
    given(...accepted)
      .when({ type: 'AssignSchedule', ...timetable, from: day('2026-07-01') })
      .yields({ type: 'ScheduleApplied', ...timetable, from: day('2026-07-01') }))
})

describe('another policy', () => {
  const ours = { policy: 'ours', version: 3, leaveType: 'vacation', document: hashOf('calendar-days') } as const

  test('counts the days from its first day on its own way', () =>
    given(...accepted)
      .when({ type: 'AssignTerms', ...ours, from: day('2026-06-06') })
      .yields(
        { type: 'TermsApplied', ...ours, from: day('2026-06-06') },
        {
          type: 'LeaveRecharged',
          proposals: [],
          leaves: [
            {
              request: 'r1',
              charges: [
                ...['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'].map(whole),
                ...['2026-06-06', '2026-06-07'].map(whole),
              ],
            },
          ],
          because: { kind: 'terms', document: 'ours', version: 3 },
        },
      ))

  test('of an earlier version is a word like any other: who moves away and back is under it again', () => {
    const from = day('2026-07-01')
    given(...accepted, { type: 'TermsApplied', ...ours, from, document: null })
      .when({ type: 'AssignTerms', ...ours, version: 1, from })
      .yields({ type: 'TermsApplied', ...ours, version: 1, from })
  })

  test('may leave a balance below the floor: facts are never refused', () =>
    given(...accepted)
      .when({ type: 'AssignTerms', ...ours, from: day('2026-07-01'), document: null })
      .yields({ type: 'TermsApplied', ...ours, from: day('2026-07-01'), document: null }))

  test('of another type changes nothing of this one', () => {
    const toil = { ...ours, leaveType: 'toil', document: hashOf('toil'), from: day('2026-01-01') } as const
    given(...accepted)
      .when({ type: 'AssignTerms', ...toil })
      .yields({ type: 'TermsApplied', ...toil })
  })
})

describe('employment', () => {
  const ends = (on: string): Event => ({ type: 'EmploymentEnded', on: day(on), seq: 300 })

  test('that ends gives the days after its last day back', () =>
    given(...accepted)
      .when({ type: 'End', on: day('2026-06-02'), seq: 300 })
      .yields(ends('2026-06-02'), {
        type: 'LeaveRecharged',
        proposals: [],
        leaves: [{ request: 'r1', charges: ['2026-06-01', '2026-06-02'].map(whole) }],
        because: { kind: 'employment', document: 'ana', version: 300 },
      }))

  test('keeps days as they were charged once, whatever they would cost today', () => {
    const byHand: Event = {
      type: 'LeaveRecharged',
      proposals: [],
      leaves: [{ request: 'r1', charges: [{ ...whole('2026-06-01'), n: 2_500 }, whole('2026-06-05')] }],
      because: { kind: 'leave', document: 'r1', version: 0 },
    }
    given(...accepted, byHand)
      .when({ type: 'End', on: day('2026-06-04'), seq: 300 })
      .yields(ends('2026-06-04'), {
        type: 'LeaveRecharged',
        proposals: [],
        leaves: [{ request: 'r1', charges: [{ ...whole('2026-06-01'), n: 2_500 }] }],
        because: { kind: 'employment', document: 'ana', version: 300 },
      })
  })
})

test('the fact behind a charge is what charged it last', () => {
  const { state } = given(...employed, june, approved('r1'))
  expect(requestOf(state, 'r1')?.fact).toBe(3)
  const again = given(...employed, june, approved('r1'), {
    type: 'LeaveRecharged',
    proposals: [],
    leaves: [{ request: 'r1', charges: [] }],
    because: { kind: 'calendar', document: 'lisbon', version: 1 },
  })
  expect(requestOf(again.state, 'r1')?.fact).toBe(4)
  expect(requestOf(given(...employed, june, approved('r1'), cancelled('r1')).state, 'r1')?.fact).toBe(4)
})
