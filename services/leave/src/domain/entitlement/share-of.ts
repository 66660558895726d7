import { type LocalDate, unreachable } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { workCalendar } from '../time/work-calendar.ts'
import { dateOf, daysIn, type Stretch } from './days.ts'
import { type Fraction, fraction, ONE } from './fraction.ts'
import { shareByMonths } from './months-employed.ts'
import type { Period } from './periods.ts'
import type { Paying, Segment } from './segments.ts'

/** The share of its grid period that a segment pays. A period that a change of frequency cut is divided by calendar days, whatever the plan says. */
export const shareOf = (facts: Facts, segment: Paying, segments: readonly Segment[], period: Period): Fraction => {
  const { grid, first, last } = period
  const { by, month } = segment.terms.plan.proration
  if (segment.first === grid.first && segment.last === grid.last) return ONE
  if (by === 'calendarDays' || first !== grid.first || last !== grid.last) return byCalendarDays(segment, grid)
  switch (by) {
    case 'months':
      return shareByMonths(segment, segments, grid, month) ?? byCalendarDays(segment, grid)
    case 'workingDays':
      return byWorkingDays(facts, segment, grid) ?? byCalendarDays(segment, grid)
    default:
      return unreachable(by)
  }
}

const byCalendarDays = (segment: Stretch, grid: Stretch): Fraction => fraction(daysIn(segment), daysIn(grid))

/** By the segment's own schedule, as if it held for the whole period. Null where nobody would work in it. */
const byWorkingDays = (facts: Facts, { first, last, schedule, terms }: Paying, grid: Stretch): Fraction | null => {
  if (!schedule) return null
  const [start, end] = [dateOf(grid.first), dateOf(grid.last)]
  const { places, calendars } = facts
  const work = workCalendar({ places, calendars, schedules: [{ from: start, schedule, fact: '' }] }, start, end)
  const holidays = terms.plan.proration.countHolidays ? 'charged' : 'free'
  const halves = (from: LocalDate, to: LocalDate): number => work.between(from, to, holidays).halves
  const whole = halves(start, end)
  return whole === 0 ? null : fraction(halves(dateOf(first), dateOf(last)), whole)
}
