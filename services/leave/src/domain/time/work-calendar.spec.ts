import { addDays, daysBetween, type LocalDate } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { anyDay, anyWhere } from './any-time.given.ts'
import type { Whereabouts } from './charged.ts'
import { fiveDays, fullWeek, morning, on, scheduled, somebody } from './time.given.ts'
import { workCalendar, workCalendars } from './work-calendar.ts'
import { workOn } from './work-on.ts'

const [first, last] = [on('2026-01-01'), on('2026-12-31')]
const days = (n: number) => ({ halves: n * 2, minutes: n * 480 * 10_000 })
const newYear = { day: first, part: 'whole', name: 'New Year' } as const

describe('the work calendar of a year', () => {
  test('knows the working days of any stretch, holidays left out or in', () => {
    const year = workCalendar(somebody(fullWeek, { holidays: [newYear] }), first, last)
    expect(year.between(first, last)).toEqual(days(260))
    expect(year.between(first, last, 'charged')).toEqual(days(261))
    expect(year.between(on('2026-06-01'), on('2026-06-30'))).toEqual(days(22))
    expect(year.between(on('2026-06-05'), on('2026-06-05'))).toEqual(days(1))
    expect(year.between(on('2026-06-05'), on('2026-06-04'))).toEqual(days(0))
  })

  test('counts nothing of days outside it', () => {
    const june = workCalendar(somebody(), on('2026-06-01'), on('2026-06-30'))
    expect(june.between(first, last)).toEqual(days(22))
    expect(june.between(on('2026-07-01'), last)).toEqual(days(0))
  })

  test('follows changes of schedule within the year, and counts nothing before the first', () => {
    const where = {
      ...somebody(),
      schedules: [
        ...scheduled(fullWeek, '2026-06-01'),
        { from: on('2026-06-15'), schedule: fiveDays(morning), fact: 'b' },
      ],
    }
    expect(workCalendar(where, first, last).between(first, on('2026-06-19'))).toEqual({
      halves: 10 * 2 + 5,
      minutes: (10 * 480 + 5 * 240) * 10_000,
    })
  })

  test('is one for people who have schedule and holidays in common', () => {
    const of = workCalendars(first, last)
    const ana = somebody()
    const ben: Whereabouts = { ...ana, places: [{ from: on('2019-01-01'), location: 'here' }] }
    expect(of(ana)).toBe(of(ben))
    expect(of(ana)).not.toBe(of(somebody()))
  })

  test('is the sum of its days', () =>
    fc.assert(
      fc.property(
        anyWhere,
        anyDay,
        anyDay,
        fc.constantFrom('free' as const, 'charged' as const),
        (where, a, b, holidays) => {
          const [from, until] = a < b ? [a, b] : [b, a]
          const near = addDays(until, 1 - Math.min(60, daysBetween(from, until)))
          const calendar = workCalendar(where, from, addDays(until, 10))
          expect(calendar.between(near, until, holidays)).toEqual(dayByDay(where, near, until, holidays))
        },
      ),
      { numRuns: RUNS },
    ))
})

const dayByDay = (where: Whereabouts, first: LocalDate, last: LocalDate, holidays: 'free' | 'charged') =>
  Array.from({ length: daysBetween(first, last) }, (_, n) => workOn(where, addDays(first, n), holidays)).reduce(
    (sum, { halves, minutes }) => ({ halves: sum.halves + halves, minutes: sum.minutes + minutes }),
    { halves: 0, minutes: 0 },
  )
