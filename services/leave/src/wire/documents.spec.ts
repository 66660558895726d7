import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { starterPolicies } from '#domain/person/starter-policies.ts'
import { starterSchedule } from '#domain/person/starter-schedule.ts'
import { yearlyPolicy } from '#domain/person/yearly-policy.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { calendarText, policyText, readCalendar, readPolicy, readSchedule, scheduleText } from './documents.ts'
import { localDate } from './values.ts'

const day = (text: string) => v.parse(localDate, text)
const calendar: Calendar = {
  holidays: [{ day: day('2026-12-24'), part: 'half', name: 'Véspera de Natal' }],
  closings: [{ first: day('2026-12-28'), last: day('2026-12-31'), part: 'pm', name: 'Closing' }],
}

describe('a document at rest', () => {
  test.each([
    ...starterPolicies('PT'),
    ...starterPolicies('DE'),
    yearlyPolicy('vacation', { unit: 'minute', n: 600_000 }),
  ])('is the policy that was written', (policy) => expect(readPolicy(policyText(policy))).toEqual(policy))
  test('is the schedule that was written', () =>
    expect(readSchedule(scheduleText(starterSchedule))).toEqual(starterSchedule))
  test('is the calendar that was written', () => expect(readCalendar(calendarText(calendar))).toEqual(calendar))

  test('says what it is, in which form', () => {
    expect(JSON.parse(calendarText({ holidays: [], closings: [] }))).toEqual({
      document: 'calendar',
      v: 1,
      data: { holidays: [], closings: [] },
    })
    expect(() => readPolicy(calendarText(calendar))).toThrow()
    expect(() => readCalendar('{"document":"calendar","v":2,"data":{}}')).toThrow()
  })

  /** What was once written must be read for ever, and mean the same. */
  test('of the first day is read as it was', () => {
    const text =
      '{"document":"calendar","v":1,"data":{"holidays":[{"date":"2026-12-24","part":"half","name":"Véspera de Natal"}],"closings":[{"first":"2026-12-28","last":"2026-12-31","part":"pm","name":"Closing"}]}}'
    expect(readCalendar(text)).toEqual(calendar)
    expect(calendarText(calendar)).toBe(text)
  })
})
