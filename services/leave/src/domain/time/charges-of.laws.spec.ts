import { addDays, daysBetween, yearOf } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import type { Part } from './absence.ts'
import { anyCounting, anyDay, anyHoliday, anyRange, anyUnit, anyWhere } from './any-time.given.ts'
import type { Charge } from './charged.ts'
import { chargesOf } from './charges-of.ts'

const sum = (charges: readonly Charge[]): number => charges.reduce((all, { n }) => all + n, 0)
const runs = { numRuns: RUNS }

describe('laws of charging', () => {
  test('adding a holiday never raises a charge', () =>
    fc.assert(
      fc.property(anyWhere, anyRange, anyCounting, anyUnit, anyHoliday, (where, dates, how, unit, holiday) => {
        const { holidays, closings } = where.calendars.here
        const more = {
          ...where,
          calendars: { ...where.calendars, here: { holidays: [...holidays, holiday], closings } },
        }
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
