import type { LocalDate } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Calendar } from './calendar.ts'
import type { Whereabouts } from './charged.ts'
import { freedOn } from './freed-on.ts'
import { inForce, inForceOrFirst } from './in-force.ts'
import { planOn } from './plan-on.ts'
import type { Minute } from './schedule.ts'
import { type DayWork, workOf } from './work-of.ts'

/** What stays worked of a day after holidays and closings; with `charged`, after closings only. */
export const workOn = (where: Whereabouts, day: LocalDate, holidays: Counting['holidays'] = 'free'): DayWork =>
  workOf(planOn(where.schedules, day), noonOn(where, day), freedOn(calendarOn(where, day), day, holidays))

/** What is free where somebody works on that day. */
export const calendarOn = ({ places, calendars }: Whereabouts, day: LocalDate): Calendar | undefined => {
  const place = inForceOrFirst(places, day)
  return place && calendars[place.location]
}

/** Where the morning of a day ends. */
export const noonOn = ({ schedules }: Whereabouts, day: LocalDate): Minute =>
  inForce(schedules, day)?.schedule.noon ?? NOON

/** 12:00, where no schedule says otherwise. */
export const NOON: Minute = 720
