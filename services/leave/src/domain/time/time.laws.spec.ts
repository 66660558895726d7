import { addDays, daysBetween, type Unit, yearOf } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '../../testing/runs.ts'
import type { Counting } from '../policy/counting.ts'
import type { Dates, Part } from './absence.ts'
import type { Calendar, Closing, Holiday } from './calendar.ts'
import type { Charge, Whereabouts } from './charged.ts'
import { chargesOf } from './charges-of.ts'
import type { DayPlan } from './schedule.ts'
import { counting, noDay, on, scheduleOf } from './time.given.ts'

/** Two years with a leap day and both clock changes. */
const START = on('2023-12-01')
const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays(START, n))
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
  fc.record({
    halves: fc.constantFrom('whole', 'am', 'pm', 'half'),
    minutes: fc.integer({ min: 1, max: 700 }),
    times: fc.constant([]),
  }),
  anyTimes.map((times) => ({
    halves: 'whole',
    minutes: times.reduce((sum, { from, to }) => sum + to - from, 0),
    times,
  })),
)

const anySchedule = fc
  .tuple(
    fc.array(fc.array(anyPlan, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
    anyDay,
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([weeks, anchor, firstWeekday]) => scheduleOf(weeks, { anchor, firstWeekday }))

const anyHoliday: fc.Arbitrary<Holiday> = fc.record({ day: anyDay, part: anyHalf, name: fc.constant('Feast') })
const anyClosing: fc.Arbitrary<Closing> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 5 }), anyHalf)
  .map(([first, n, part]) => ({ first, last: addDays(first, n), part, name: 'Closed' }))

const anyWhere: fc.Arbitrary<Whereabouts & { calendars: { here: Calendar } }> = fc
  .tuple(
    fc.array(anyHoliday, { maxLength: 30 }),
    fc.array(anyClosing, { maxLength: 3 }),
    fc.array(fc.tuple(anyDay, anySchedule), { minLength: 1, maxLength: 3 }),
  )
  .map(([holidays, closings, schedules]) => ({
    places: [{ from: START, location: 'here' }],
    calendars: { here: { holidays, closings } },
    schedules: schedules
      .map(([from, schedule]) => ({ from, schedule, fact: 'schedule' }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  }))

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([a, b]) => ({ from: Math.min(a, b - 1), to: Math.max(a + 1, b) }))
const anyPart: fc.Arbitrary<Part> = fc.oneof(anyHalf, anySpan)

const anyRange: fc.Arbitrary<Extract<Dates, { kind: 'range' }>> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 40 }), anyPart, anyPart)
  .map(([first, n, firstPart, lastPart]) => ({
    kind: 'range',
    first,
    firstPart,
    last: addDays(first, n),
    lastPart: n === 0 ? firstPart : lastPart,
  }))

/** Every way of counting without the sandwich rule and with both ends. */
const anyCounting: fc.Arbitrary<Counting> = fc
  .record({
    days: fc.constantFrom('working' as const, 'calendar' as const),
    holidays: fc.constantFrom('free' as const, 'charged' as const),
    hours: fc.oneof(fc.constant('scheduled' as const), fc.record({ dayMinutes: fc.integer({ min: 1, max: 1440 }) })),
    whole: fc.constantFrom('slots' as const, 'minutes' as const),
  })
  .map(counting)
const anyUnit = fc.constantFrom<Unit>('day', 'minute')

const sum = (charges: readonly Charge[]): number => charges.reduce((all, { n }) => all + n, 0)
const runs = { numRuns: RUNS }

describe('laws of charging', () => {
  test('adding a holiday never raises a charge', () =>
    fc.assert(
      fc.property(anyWhere, anyRange, anyCounting, anyUnit, anyHoliday, (where, dates, how, unit, holiday) => {
        const { holidays, closings } = where.calendars.here
        const more = { ...where, calendars: { here: { holidays: [...holidays, holiday], closings } } }
        expect(sum(chargesOf(more, dates, how, unit))).toBeLessThanOrEqual(sum(chargesOf(where, dates, how, unit)))
      }),
      runs,
    ))

  test('splitting a request at any day costs the same', () =>
    fc.assert(
      fc.property(anyWhere, anyRange, anyCounting, anyUnit, fc.nat(), (where, dates, how, unit, at) => {
        const days = daysBetween(dates.first, dates.last)
        fc.pre(days > 1)
        const last = addDays(dates.first, at % (days - 1))
        const first = addDays(last, 1)
        const lastPart = last === dates.first ? dates.firstPart : 'whole'
        const firstPart = first === dates.last ? dates.lastPart : 'whole'
        expect([
          ...chargesOf(where, { ...dates, last, lastPart }, how, unit),
          ...chargesOf(where, { ...dates, first, firstPart }, how, unit),
        ]).toEqual(chargesOf(where, dates, how, unit))
      }),
      runs,
    ))

  test('cutting a charge by year or month cuts the same sum', () =>
    fc.assert(
      fc.property(anyWhere, anyRange, anyCounting, anyUnit, (where, dates, how, unit) => {
        const charges = chargesOf(where, dates, how, unit)
        const years = Object.values(Object.groupBy(charges, ({ day }) => yearOf(day)))
        const months = Object.values(Object.groupBy(charges, ({ day }) => day.slice(0, 7)))
        for (const cut of [years, months])
          expect(cut.reduce((all, part) => all + sum(part ?? []), 0)).toBe(sum(charges))
      }),
      runs,
    ))

  test('days one by one cost what their range costs', () =>
    fc.assert(
      fc.property(anyWhere, anyRange, anyCounting, anyUnit, (where, range, how, unit) => {
        const whole = { ...range, firstPart: 'whole', lastPart: 'whole' } as const
        const days = Array.from({ length: daysBetween(range.first, range.last) }, (_, n) => ({
          day: addDays(range.first, n),
          part: 'whole' as const,
        }))
        expect(chargesOf(where, { kind: 'days', days: days.toReversed() }, how, unit)).toEqual(
          chargesOf(where, whole, how, unit),
        )
      }),
      runs,
    ))

  test('the halves of a day add up to the day', () =>
    fc.assert(
      fc.property(anyWhere, anyDay, anyCounting, anyUnit, (where, day, how, unit) => {
        const cost = (...parts: readonly Part[]) =>
          sum(chargesOf(where, { kind: 'days', days: parts.map((part) => ({ day, part })) }, how, unit))
        expect(cost('am', 'pm')).toBe(cost('whole'))
        expect(cost('half', 'half')).toBeLessThanOrEqual(cost('whole'))
        expect(cost('am')).toBeLessThanOrEqual(cost('whole'))
      }),
      runs,
    ))

  test('spans that touch and cover the day add up to it', () =>
    fc.assert(
      fc.property(
        anyWhere,
        anyDay,
        anyCounting,
        anyUnit,
        fc.array(fc.integer({ min: 1, max: 1439 }), { maxLength: 4 }),
        (where, day, how, unit, cuts) => {
          const ends = [...new Set([0, ...cuts, 1440])].toSorted((a, b) => a - b)
          const spans = ends.slice(1).map((to, n) => ({ day, part: { from: ends[n] ?? 0, to } }))
          const whole = { day, part: { from: 0, to: 1440 } }
          expect(sum(chargesOf(where, { kind: 'days', days: spans }, how, unit))).toBe(
            sum(chargesOf(where, { kind: 'days', days: [whole] }, how, unit)),
          )
        },
      ),
      runs,
    ))

  test('amounts are whole numbers above zero, sorted by day', () =>
    fc.assert(
      fc.property(anyWhere, anyRange, anyCounting, anyUnit, (where, dates, how, unit) => {
        const charges = chargesOf(where, dates, how, unit)
        expect(charges.every(({ n }) => Number.isSafeInteger(n) && n > 0)).toBe(true)
        expect(charges.map(({ day }) => day)).toEqual(charges.map(({ day }) => day).toSorted())
      }),
      runs,
    ))
})
