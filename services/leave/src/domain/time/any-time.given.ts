import { addDays, type Unit } from '@awayday/kernel'
import fc from 'fast-check'
import type { Counting } from '../policy/counting.ts'
import type { Dates, Part } from './absence.ts'
import type { Calendar, Closing, Holiday } from './calendar.ts'
import type { Whereabouts } from './charged.ts'
import type { DayPlan } from './schedule.ts'
import { counting, noDay, on, scheduleOf } from './time.given.ts'

/** Two years with a leap day and both clock changes. */
const START = on('2023-12-01')
export const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays(START, n))
const anyHalf = fc.constantFrom('whole' as const, 'am' as const, 'pm' as const, 'half' as const)

/** A stretch that begins before noon and one after it, to a minute. */
const anyTimes = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 120 }))
  .map(([am, pm, pause]) => [
    { from: 700 - am, to: 700 },
    { from: 720 + pause, to: 720 + pause + pm },
  ])

const anyPlan: fc.Arbitrary<DayPlan> = fc.oneof(
  fc.constant(noDay),
  fc
    .tuple(
      fc.constantFrom('whole' as const, 'am' as const, 'pm' as const, 'half' as const),
      fc.integer({ min: 1, max: 700 }),
    )
    .map(([halves, minutes]): DayPlan => ({ halves, minutes, times: [] })),
  anyTimes.map(
    (times): DayPlan => ({
      halves: 'whole',
      minutes: times.reduce((sum, { from, to }) => sum + to - from, 0),
      times,
    }),
  ),
)

const anySchedule = fc
  .tuple(
    fc.array(fc.array(anyPlan, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
    anyDay,
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([weeks, anchor, firstWeekday]) => scheduleOf(weeks, { anchor, firstWeekday }))

export const anyHoliday: fc.Arbitrary<Holiday> = fc.record({ day: anyDay, part: anyHalf, name: fc.constant('Feast') })
const anyClosing: fc.Arbitrary<Closing> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 5 }), anyHalf)
  .map(([first, n, part]) => ({ first, last: addDays(first, n), part, name: 'Closed' }))

/** Two places, one after the other, and up to three schedules. */
export const anyWhere: fc.Arbitrary<Whereabouts & { calendars: { here: Calendar; there: Calendar } }> = fc
  .tuple(
    fc.array(anyHoliday, { maxLength: 30 }),
    fc.array(anyClosing, { maxLength: 3 }),
    fc.tuple(anyDay, anyHoliday),
    fc.array(fc.tuple(anyDay, anySchedule), { minLength: 1, maxLength: 3 }),
  )
  .map(([holidays, closings, [moved, feast], schedules]) => ({
    places: [
      { from: START, location: 'here' },
      { from: moved, location: 'there' },
    ],
    calendars: { here: { holidays, closings }, there: { holidays: [feast], closings: [] } },
    schedules: schedules
      .map(([from, schedule]) => ({ from, schedule, fact: 'schedule' }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  }))

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([a, b]) => ({ from: Math.min(a, b - 1), to: Math.max(a + 1, b) }))
export const anyPart: fc.Arbitrary<Part> = fc.oneof(anyHalf, anySpan)

export const anyRange: fc.Arbitrary<Extract<Dates, { kind: 'range' }>> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 40 }), anyPart, anyPart)
  .map(([first, n, firstPart, lastPart]) => ({
    kind: 'range',
    first,
    firstPart,
    last: addDays(first, n),
    lastPart: n === 0 ? firstPart : lastPart,
  }))

/** Every way of counting without the sandwich rule and with both ends. */
export const anyCounting: fc.Arbitrary<Counting> = fc
  .record({
    days: fc.constantFrom<Counting['days']>('working', 'calendar', { weekdays: [1, 2, 3, 4, 5, 6] }),
    holidays: fc.constantFrom('free' as const, 'charged' as const),
    hours: fc.oneof(fc.constant('scheduled' as const), fc.record({ dayMinutes: fc.integer({ min: 1, max: 1440 }) })),
    whole: fc.constantFrom('slots' as const, 'minutes' as const),
  })
  .map(counting)
export const anyUnit = fc.constantFrom<Unit>('day', 'minute')
