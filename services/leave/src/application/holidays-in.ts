import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '#domain/facts/facts.ts'
import type { Half } from '#domain/time/calendar.ts'
import { calendarOn } from '#domain/time/work-on.ts'
import { eachDay } from './each-day.ts'

export type FreeDay = {
  readonly day: LocalDate
  readonly part: 'whole' | Half
  readonly name: string
  readonly kind: 'holiday' | 'closing'
}

/** What is free where somebody works on each of these days, by day. */
export const holidaysIn = (facts: Facts, first: LocalDate, last: LocalDate): readonly FreeDay[] =>
  eachDay(first, last).flatMap((day) => {
    const { holidays = [], closings = [] } = calendarOn(facts, day) ?? {}
    return [
      ...holidays
        .filter((one) => one.day === day)
        .map(({ part, name }) => ({ day, part, name, kind: 'holiday' as const })),
      ...closings
        .filter((one) => one.first <= day && day <= one.last)
        .map(({ part, name }) => ({ day, part, name, kind: 'closing' as const })),
    ]
  })
