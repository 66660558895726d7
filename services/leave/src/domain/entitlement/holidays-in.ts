import { PARTS_PER_UNIT, type Unit } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Holiday } from '../time/calendar.ts'
import { freedToo, NOTHING_FREED } from '../time/freed-on.ts'
import { inForceOrFirst } from '../time/in-force.ts'
import { planOn } from '../time/plan-on.ts'
import { minutesOfAHalf, plannedHalves } from '../time/work-of.ts'
import { calendarOn, workOn } from '../time/work-on.ts'
import { dateOf, type Stretch } from './days.ts'
import { type Fraction, fraction, plus, times, ZERO } from './fraction.ts'
import { minutesOf, planned } from './scale-of.ts'
import type { Earning } from './terms.ts'

/** What the public holidays of a stretch are worth where somebody works on each: all of them, or what they free of the schedule. */
export const holidaysIn = (facts: Facts, { first, last }: Stretch, { plan, unit }: Earning): Fraction => {
  const [from, to] = [dateOf(first), dateOf(last)]
  const all = Object.values(facts.calendars).flatMap(({ holidays }) => holidays.map(({ day }) => day))
  const days = [...new Set(all)].filter((day) => from <= day && day <= to)
  const worthOf = plan.proration.addHolidays === 'worked' ? worked : whole
  return days.map((day) => worthOf(facts, day, unit)).reduce(plus, ZERO)
}

/** What would be worked if there were no holiday. */
const worked = (facts: Facts, day: Holiday['day'], unit: Unit): Fraction => {
  const [charged, free] = [workOn(facts, day, 'charged'), workOn(facts, day, 'free')]
  return fraction(unit === 'day' ? (charged.halves - free.halves) * A_HALF : charged.minutes - free.minutes, 1)
}

/** A half for each half that is free, worked or not; in minutes, those of that day, or of an average half of the schedule. */
const whole = (facts: Facts, day: Holiday['day'], unit: Unit): Fraction => {
  const holidays = calendarOn(facts, day)?.holidays.filter((one) => one.day === day) ?? []
  const { am, pm, half } = holidays.reduce(freedToo, NOTHING_FREED)
  const halves = Math.max(Number(am) + Number(pm), Number(half))
  return times(fraction(halves, 1), unit === 'day' ? fraction(A_HALF, 1) : minutesOfHalf(facts, day))
}

const minutesOfHalf = (facts: Facts, day: Holiday['day']): Fraction => {
  const plan = planOn(facts.schedules, day)
  if (plannedHalves(plan) > 0) return fraction(minutesOfAHalf(plan), 1)
  const schedule = inForceOrFirst(facts.schedules, day)?.schedule
  const halves = schedule ? planned(schedule, plannedHalves) : 0
  return schedule && halves > 0 ? fraction(planned(schedule, minutesOf) * PARTS_PER_UNIT, halves) : ZERO
}

const A_HALF = PARTS_PER_UNIT / 2
