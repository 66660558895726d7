import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { DayPlan } from '#domain/time/schedule.ts'
import { schedule } from './schedule.ts'

const off: DayPlan = { halves: 'none', minutes: 0, times: [] }
const hours = (n: number): DayPlan => ({ halves: 'whole', minutes: n * 60, times: [] })
const weeksOf = (written: unknown) => v.parse(schedule, written).weeks

describe('a schedule', () => {
  test('of weekdays is eight hours each', () =>
    expect(weeksOf('mon-wed, fri')).toEqual([[hours(8), hours(8), hours(8), off, hours(8), off, off]]))

  test('of hours leaves open when', () =>
    expect(weeksOf({ 'mon-thu': 8, fri: 5.5 })).toEqual([
      [hours(8), hours(8), hours(8), hours(8), hours(5.5), off, off],
    ]))

  test('of times says which halves are worked', () =>
    expect(
      weeksOf({ mon: '09:00-12:00, 13:00-17:00', tue: '08:00-12:00', wed: '12:00-16:00' })[0]?.slice(0, 3),
    ).toEqual([
      {
        halves: 'whole',
        minutes: 420,
        times: [
          { from: 540, to: 720 },
          { from: 780, to: 1020 },
        ],
      },
      { halves: 'am', minutes: 240, times: [{ from: 480, to: 720 }] },
      { halves: 'pm', minutes: 240, times: [{ from: 720, to: 960 }] },
    ]))

  test('has its times in a list, or in a row', () => {
    const row = weeksOf({ 'mon-fri': '09:00-12:00, 13:00-17:00' })
    expect(weeksOf({ 'mon-fri': ['09:00-12:00', '13:00-17:00'] })).toEqual(row)
    expect(weeksOf({ 'mon-fri': [{ from: '09:00', to: '12:00' }, '13:00-17:00'] })).toEqual(row)
  })

  test('of halves takes half of a day', () =>
    expect(weeksOf({ weeks: [{ mon: 'am', tue: 'half', wed: 'whole' }], dayHours: 7 })[0]?.slice(0, 3)).toEqual([
      { halves: 'am', minutes: 210, times: [] },
      { halves: 'half', minutes: 210, times: [] },
      { halves: 'whole', minutes: 420, times: [] },
    ]))

  test('whose weeks begin on Sunday lists its days from there', () => {
    const byName = weeksOf({ weeks: [{ sun: 4 }], firstWeekday: 'sun' })
    expect(byName).toEqual([[hours(4), off, off, off, off, off, off]])
    expect(weeksOf({ weeks: [[4, 0, 0, 0, 0, 0, 0]], firstWeekday: 'sun' })).toEqual(byName)
  })

  test.each([
    [{ weeks: ['mon'] }, ['is neither days by weekday nor a list of seven']],
    [{ weeks: [[8, 8]] }, ['has not seven days']],
    [{ weeks: [{ mon: 8 }, { tue: 8 }] }, ['rotates, and needs an "anchor": a day in its first week']],
    [{ mon: 8, 'mon-fri': 4 }, ['names a weekday twice']],
    [{ mon: ['10:00-11:00', '09:00-10:00'] }, ['is not in order and apart']],
    [{ mon: [] }, ['names no times']],
    [{ mon: { halves: 'am', minutes: 0 } }, ['has 0 minutes exactly where no half is worked']],
    [{ mon: { halves: 'am', minutes: 60, times: ['09:00-12:00'] } }, ['has times that do not add up to its minutes']],
    [{ mon: { halves: 'am', minutes: 120, times: ['10:00-11:00', '09:00-10:00'] } }, ['is not in order and apart']],
  ])('%j is refused', (written, messages) =>
    expect(v.safeParse(schedule, written).issues?.map((issue) => issue.message)).toEqual(messages),
  )
})
