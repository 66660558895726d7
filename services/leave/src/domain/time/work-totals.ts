import { epochDay } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Calendar, Closing } from './calendar.ts'
import { type Freed, freedToo, NOTHING_FREED } from './freed-on.ts'
import { rotationOf } from './plan-on.ts'
import type { DayPlan, Schedule } from './schedule.ts'
import { type DayWork, workOf } from './work-of.ts'

/** What is worked by a schedule before the day at each place, added up; `charged` leaves holidays in. */
export type Totals = { readonly [holidays in Counting['holidays']]: Sums }

/** One more than there are days; minutes are whole numbers of 1/10,000, more than 32 bits hold. */
type Sums = { readonly halves: Int32Array; readonly minutes: Float64Array }

/** Totals of so many days from an epoch day on. */
export const totalsOf = (schedule: Schedule, calendar: Calendar, start: number, days: number): Totals => {
  const closed = freedDays(calendar.closings, start, days)
  const free = freedDays(calendar.holidays.map(oneDay), start, days, closed)
  const whole = new Map<DayPlan, DayWork>()
  const workOn = (plan: DayPlan, freed: Freed | undefined): DayWork => {
    if (freed) return workOf(plan, schedule.noon, freed)
    const known = whole.get(plan) ?? workOf(plan, schedule.noon, NOTHING_FREED)
    whole.set(plan, known)
    return known
  }
  const planOf = rotationOf(schedule)
  const totals = { free: sums(days), charged: sums(days) }
  for (let place = 0; place < days; place++) {
    const plan = planOf(start + place)
    add(totals.free, place, workOn(plan, free.get(place)))
    add(totals.charged, place, workOn(plan, closed.get(place)))
  }
  return totals
}

const sums = (days: number): Sums => ({ halves: new Int32Array(days + 1), minutes: new Float64Array(days + 1) })

const add = ({ halves, minutes }: Sums, place: number, work: DayWork): void => {
  halves[place + 1] = (halves[place] ?? 0) + work.halves
  minutes[place + 1] = (minutes[place] ?? 0) + work.minutes
}

type FreeDays = Pick<Closing, 'first' | 'last' | 'part'>

const oneDay = ({ day, part }: Calendar['holidays'][number]): FreeDays => ({ first: day, last: day, part })

/** What is free, by place; on top of what is free already. */
const freedDays = (
  list: readonly FreeDays[],
  start: number,
  days: number,
  already: ReadonlyMap<number, Freed> = new Map(),
): ReadonlyMap<number, Freed> => {
  const freed = new Map(already)
  for (const one of list) {
    const end = Math.min(days - 1, epochDay(one.last) - start)
    for (let place = Math.max(0, epochDay(one.first) - start); place <= end; place++)
      freed.set(place, freedToo(freed.get(place) ?? NOTHING_FREED, one))
  }
  return freed
}
