import { addDays } from '@awayday/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#testing/runs.ts'
import { planOn } from './plan-on.ts'
import { early, fullDay, fullWeek, late, noDay, on, scheduled, scheduleOf } from './time.given.ts'

describe('what is planned on a day', () => {
  test('is what the schedule says for its weekday', () => {
    const schedules = scheduled(fullWeek)
    expect(planOn(schedules, on('2026-06-05'))).toEqual(fullDay) // a Friday
    expect(planOn(schedules, on('2026-06-06'))).toEqual(noDay)
  })

  test('is nothing before the first schedule', () =>
    expect(planOn([{ from: on('2026-06-02'), schedule: fullWeek, fact: 'a' }], on('2026-06-01'))).toEqual(noDay))

  test('follows the schedule valid on the day', () => {
    const mondays = scheduleOf([[early, noDay, noDay, noDay, noDay, noDay, noDay]])
    const schedules = [...scheduled(fullWeek), { from: on('2026-06-08'), schedule: mondays, fact: 'b' }]
    expect(planOn(schedules, on('2026-06-05'))).toEqual(fullDay)
    expect(planOn(schedules, on('2026-06-08'))).toEqual(early)
    expect(planOn(schedules, on('2026-06-09'))).toEqual(noDay)
  })

  test('turns with a rotation, from the week with the anchor on and before it', () => {
    const schedules = scheduled(
      scheduleOf([weekOf(early), weekOf(late), weekOf(fullDay)], { anchor: on('2026-06-10') }), // a Wednesday of the first week
    )
    const mondays = ['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22', '2026-06-29']
    expect(mondays.map((day) => planOn(schedules, on(day)))).toEqual([late, fullDay, early, late, fullDay, early])
  })

  test('of a rotation whose weeks begin on Sunday changes on Sundays', () => {
    const schedules = scheduled(
      scheduleOf([weekOf(early), weekOf(late)], { anchor: on('2026-06-10'), firstWeekday: 7 }),
    )
    expect(planOn(schedules, on('2026-06-06'))).toEqual(late) // Saturday
    expect(planOn(schedules, on('2026-06-07'))).toEqual(early) // Sunday
    expect(planOn(schedules, on('2026-06-13'))).toEqual(early)
    expect(planOn(schedules, on('2026-06-14'))).toEqual(late)
  })

  test('comes again after as many weeks as the rotation has', () =>
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 1, max: 7 }), (n, firstWeekday) => {
        const weeks = [weekOf(early), weekOf(late), weekOf(noDay)]
        const schedules = scheduled(scheduleOf(weeks, { firstWeekday }), '1900-01-01')
        const day = addDays(on('2026-06-01'), n)
        expect(planOn(schedules, addDays(day, 21))).toBe(planOn(schedules, day))
      }),
      { numRuns: RUNS },
    ))
})

const weekOf = <Plan>(plan: Plan): readonly Plan[] => Array.from({ length: 7 }, () => plan)
