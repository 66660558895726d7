import { describe, expect, test } from 'vitest'
import type { Whereabouts } from './charged.ts'
import { afternoon, fiveDays, fullDay, fullWeek, morning, officeDay, on, somebody, someHalf } from './time.given.ts'
import { workOn } from './work-on.ts'

const friday = on('2026-06-05')
const holiday = (part: 'whole' | 'am' | 'pm' | 'half') => ({ day: friday, part, name: 'Feast' })
const closing = (part: 'whole' | 'am' | 'pm' | 'half') => ({ first: friday, last: friday, part, name: 'Inventory' })
const nothing = { am: false, pm: false, halves: 0, minutes: 0, times: [] }
const min = 10_000

/** What stays worked of the Friday. */
const left = (where: Whereabouts, holidays: 'free' | 'charged' = 'free') => {
  const { am, pm, halves, minutes, times } = workOn(where, friday, holidays)
  return { am, pm, halves, minutes, times }
}

describe('what stays worked of a day', () => {
  test('is the plan, where nothing is free', () => {
    expect(left(somebody())).toEqual({ am: true, pm: true, halves: 2, minutes: 480 * min, times: [] })
    expect(workOn(somebody(), friday)).toMatchObject({ plan: fullDay, noon: 720 })
  })

  test('is nothing on a holiday, and nothing on a free day, holiday or not', () => {
    expect(left(somebody(fullWeek, { holidays: [holiday('whole')] }))).toEqual(nothing)
    const saturday = { day: on('2026-06-06'), part: 'am', name: 'Feast' } as const
    expect(workOn(somebody(fullWeek, { holidays: [saturday] }), saturday.day)).toMatchObject(nothing)
  })

  test('is the other half on a half holiday, with the times that lie in it', () => {
    const there = (part: 'am' | 'pm') => left(somebody(fiveDays(officeDay), { holidays: [holiday(part)] }))
    expect(there('am')).toEqual({
      am: false,
      pm: true,
      halves: 1,
      minutes: 300 * min,
      times: [{ from: 780, to: 1080 }],
    })
    expect(there('pm')).toEqual({ am: true, pm: false, halves: 1, minutes: 180 * min, times: [{ from: 540, to: 720 }] })
  })

  test('has an equal share of the minutes in each half where nobody said when', () => {
    const odd = { ...fullDay, minutes: 455 }
    expect(left(somebody(fiveDays(odd), { holidays: [holiday('pm')] })).minutes).toBe(227.5 * min)
  })

  test('changes nothing where a half holiday lies on the half that is free anyway', () => {
    expect(left(somebody(fiveDays(morning), { holidays: [holiday('pm')] }))).toEqual(left(somebody(fiveDays(morning))))
    expect(left(somebody(fiveDays(afternoon), { holidays: [holiday('pm')] }))).toEqual(nothing)
  })

  test('is one half, on some side, where the holiday has no side', () =>
    expect(left(somebody(fiveDays(officeDay), { holidays: [holiday('half')] }))).toEqual({
      am: true,
      pm: true,
      halves: 1,
      minutes: 240 * min,
      times: officeDay.times,
    }))

  test('is nothing where a half without a side meets a half', () => {
    const parts = ['am', 'pm', 'half'] as const
    for (const part of parts) expect(left(somebody(fiveDays(someHalf), { holidays: [holiday(part)] }))).toEqual(nothing)
    for (const plan of [morning, afternoon, someHalf])
      expect(left(somebody(fiveDays(plan), { holidays: [holiday('half')] }))).toEqual(nothing)
  })

  test('is the same where something is free twice', () => {
    const once = left(somebody(fullWeek, { holidays: [holiday('half')] }))
    expect(left(somebody(fullWeek, { holidays: [holiday('half')], closings: [closing('half')] }))).toEqual(once)
    const morningOff = left(somebody(fullWeek, { holidays: [holiday('am')] }))
    expect(left(somebody(fullWeek, { holidays: [holiday('am'), holiday('am')] }))).toEqual(morningOff)
    expect(left(somebody(fullWeek, { holidays: [holiday('half')], closings: [closing('am')] }))).toEqual(morningOff)
  })

  test('is nothing where both halves are free for different reasons', () =>
    expect(left(somebody(fullWeek, { holidays: [holiday('am')], closings: [closing('pm')] }))).toEqual(nothing))

  test('is what closings leave where holidays are charged', () => {
    const where = somebody(fullWeek, { holidays: [holiday('whole')], closings: [closing('am')] })
    expect(left(where, 'charged')).toEqual({ am: false, pm: true, halves: 1, minutes: 240 * min, times: [] })
  })

  test('follows the location of the day; the first one also before, and one without a calendar has nothing free', () => {
    const where: Whereabouts = {
      ...somebody(),
      places: [
        { from: friday, location: 'Berlin' },
        { from: on('2026-06-06'), location: 'Paris' },
        { from: on('2026-07-01'), location: 'Nowhere' },
      ],
      calendars: {
        Berlin: { holidays: [holiday('whole'), { ...holiday('whole'), day: on('2026-06-04') }], closings: [] },
        Paris: { holidays: [], closings: [{ ...closing('whole'), first: on('2026-06-01'), last: on('2026-07-03') }] },
      },
    }
    const halves = (day: string) => workOn(where, on(day)).halves
    expect(['2026-06-03', '2026-06-04', '2026-06-05', '2026-06-08', '2026-07-01'].map(halves)).toEqual([2, 0, 0, 0, 2])
  })
})
