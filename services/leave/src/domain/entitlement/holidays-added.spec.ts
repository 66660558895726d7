import { describe, expect, test } from 'vitest'
import type { Facts } from '../facts/facts.ts'
import type { Proration } from '../policy/proration.ts'
import type { Holiday } from '../time/calendar.ts'
import { DAY, date, person, vacation, week } from './earning.given.ts'
import { grantsOf } from './grants-of.ts'

const holiday = (day: string, part: Holiday['part'] = 'whole'): Holiday => ({ day: date(day), part, name: day })

/** New Year on a Wednesday, All Saints' on a Saturday, half a Wednesday on 24 December, Christmas on a Thursday. */
const calendars = {
  Berlin: {
    holidays: [holiday('2025-12-25'), holiday('2025-01-01'), holiday('2025-11-01'), holiday('2025-12-24', 'pm')],
    closings: [],
  },
}

const lots = (
  addHolidays: Proration['addHolidays'],
  given: Parameters<typeof person>[0] = {},
  until = '2025-12-31',
) => {
  const policy = vacation({ proration: { addHolidays } })
  const facts: Facts = person({ policy, calendars, schedules: [['2020-01-01', week(5)]], ...given })
  return grantsOf(facts, 'vacation', date(until)).flatMap(({ source, on, n, leaveYear }) =>
    source === 'holidays' ? [{ on, n, leaveYear }] : [],
  )
}

describe('public holidays', () => {
  test('are not added by default', () => {
    expect(lots('none')).toEqual([])
  })
  test('are added, all of them, on the first day of the leave year', () => {
    expect(lots('all')).toEqual([{ on: '2025-01-01', n: 3.5 * DAY, leaveYear: '2025-01-01' }])
  })
  test('are added where they fall on worked slots only', () => {
    expect(lots('worked')).toEqual([{ on: '2025-01-01', n: 2.5 * DAY, leaveYear: '2025-01-01' }])
  })
  test('are added for who joined or left as far as they were there', () => {
    expect(lots('all', { joined: '2025-03-10' })).toEqual([{ on: '2025-03-10', n: 2.5 * DAY, leaveYear: '2025-01-01' }])
    expect(lots('all', { left: '2025-11-30' })).toEqual([{ on: '2025-01-01', n: 2 * DAY, leaveYear: '2025-01-01' }])
  })
  test('are one lot where somebody left and came back', () => {
    const employment = [
      { from: date('2025-01-01'), until: date('2025-02-28'), fact: 'first' },
      { from: date('2025-12-01'), until: null, fact: 'second' },
    ]
    expect(lots('all', { employment })).toEqual([{ on: '2025-01-01', n: 2.5 * DAY, leaveYear: '2025-01-01' }])
  })
  test('are added from the day on which the policy applies', () => {
    expect(lots('all', { since: '2025-12-01', policy: vacation({ proration: { addHolidays: 'all' } }) })).toEqual([
      { on: '2025-12-01', n: 1.5 * DAY, leaveYear: '2025-01-01' },
    ])
  })
  test('are worth that day’s minutes, or those of an average day', () => {
    const policy = { ...vacation({ proration: { addHolidays: 'all' } }), unit: 'minute' as const }
    expect(lots('all', { policy })).toEqual([{ on: '2025-01-01', n: 3.5 * 480 * DAY, leaveYear: '2025-01-01' }])
  })
  test('are there twice and free once', () => {
    const twice = { Berlin: { holidays: [...calendars.Berlin.holidays, holiday('2025-12-24', 'pm')], closings: [] } }
    expect(lots('all', { calendars: twice })).toEqual([{ on: '2025-01-01', n: 3.5 * DAY, leaveYear: '2025-01-01' }])
  })
  test('are one lot where the policy changes in the leave year, whatever day is asked for', () => {
    const policy = vacation({ proration: { addHolidays: 'all' } })
    const policies = [['2025-01-01', policy] as const, ['2025-05-01', policy] as const]
    expect(lots('all', { policies }, '2025-01-01')).toEqual([
      { on: '2025-01-01', n: 3.5 * DAY, leaveYear: '2025-01-01' },
    ])
  })
  test('in minutes are added up exactly and rounded down once', () => {
    const policy = { ...vacation({ proration: { addHolidays: 'all' } }), unit: 'minute' as const }
    const [monday, tuesday, ...rest] = week(3).weeks[0] ?? []
    if (!monday || !tuesday) throw new Error('a week has days')
    const uneven = { ...week(3), weeks: [[monday, { ...tuesday, minutes: 461 }, ...rest]] }
    const saturdays = {
      Berlin: { holidays: ['2025-01-04', '2025-01-11', '2025-01-18'].map((day) => holiday(day, 'am')), closings: [] },
    }
    // 1421 minutes in six halves, three times
    expect(lots('all', { policy, calendars: saturdays, schedules: [['2020-01-01', uneven]] })).toEqual([
      { on: '2025-01-01', n: 7_105_000, leaveYear: '2025-01-01' },
    ])
  })
})
