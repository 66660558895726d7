import type { Unit } from '@awayday/kernel'
import type { Counting } from '#domain/policy/counting.ts'
import type { AbsentDay } from '#domain/time/absence.ts'
import type { Charge, Whereabouts } from '#domain/time/charged.ts'
import type { Span } from '#domain/time/schedule.ts'
import { no } from './almanac.ts'
import { type DayWork, halfSpan, halvesOf, minutesIn, plannedWork, scheduleOn, workedOn } from './day-work.ts'
import { byDayThenPart } from './named-days.ts'

/** What the parts of one day cost, each with the rest of the day before it in mind. Free days of calendar counting too. */
export const costsOn = (where: Whereabouts, parts: readonly AbsentDay[], counting: Counting, unit: Unit): Charge[] => {
  const [some] = parts
  if (!some) return []
  const day = no(some.day)
  const calendar = counting.days === 'calendar'
  const plan = plannedWork(scheduleOn(where, day), day)
  const work = calendar ? plan : workedOn(where, day, counting.holidays)
  const full = calendar ? 10_000 : 5_000 * halvesOf(work)
  const rate = { over: calendar ? 10_000 : 5_000 * halvesOf(plan), under: plan.minutes }
  const hours =
    parts.some(({ part }) => typeof part === 'object') && !calendar ? price(work.minutes, rate, counting, unit) : 0
  const bySlots = unit === 'day' && (calendar || counting.whole === 'slots')
  const most = bySlots ? Math.max(full, hours) : price(work.minutes, rate, counting, unit)
  // without a plan in mind: an hour named is an hour of the fixed length of day
  const hourly = (part: AbsentDay['part']): part is Span =>
    calendar && unit === 'day' && counting.hours !== 'scheduled' && typeof part === 'object'
  let [used, slots] = [0, 0]
  const charges: Charge[] = []
  for (const { day: date, part } of [...parts].sort(byDayThenPart)) {
    let n: number
    if (typeof part === 'string' && bySlots) {
      n = Math.min(most - slots, calendar ? (part === 'whole' ? 10_000 : 5_000) : slotCost(work, part))
      slots += n
      const [from, to] = stretch(work, plan, part, used)
      if (!calendar || counting.hours === 'scheduled') used += to - from
    } else {
      const [from, to] = hourly(part) ? [used, used + 10_000 * (part.to - part.from)] : stretch(work, plan, part, used)
      used += to - from
      n = Math.min(price(to, rate, counting, unit) - price(from, rate, counting, unit), most - slots)
      slots += n
    }
    if (n > 0) charges.push({ day: date, part, unit, n })
  }
  return charges
}

const slotCost = (work: DayWork, part: 'whole' | 'am' | 'pm' | 'half'): number => {
  if (part === 'whole') return 5_000 * halvesOf(work)
  const meets = work.loose || (part === 'half' ? work.am || work.pm : part === 'am' ? work.am : work.pm)
  return meets ? 5_000 : 0
}

/** From which to which of the day's worked minutes a part goes (in 1/10,000). Where nobody said when they are, they are taken one after the other. */
const stretch = (work: DayWork, plan: DayWork, part: AbsentDay['part'], used: number): [number, number] => {
  const all = work.minutes
  const next = (length: number): [number, number] => [used, Math.min(all, used + length)]
  if (part === 'whole') return [0, all]
  if (part === 'half') return next(plan.am && plan.pm ? plan.minutes / 2 : plan.minutes)
  if (part === 'am' || part === 'pm') {
    if (work.loose)
      return next(plan.am && plan.pm && plan.times.length > 0 ? minutesIn(plan, halfSpan(plan, part)) : all)
    if (work.times.length > 0) return between(work, halfSpan(work, part))
    if (work.am && work.pm) return part === 'am' ? [0, all / 2] : [Math.max(used, all / 2), all]
    return work[part] ? next(all) : [used, used]
  }
  if (work.times.length > 0) {
    const [from, to] = between(work, part)
    return [from, Math.min(to, from + all - used)]
  }
  const window = work.loose || (work.am && work.pm) ? { from: 0, to: 1440 } : halfSpan(work, work.am ? 'am' : 'pm')
  return next(10_000 * Math.max(0, Math.min(part.to, window.to) - Math.max(part.from, window.from)))
}

const between = (work: DayWork, { from, to }: { from: number; to: number }): [number, number] => [
  minutesIn(work, { from: 0, to: from }),
  minutesIn(work, { from: 0, to }),
]

type Rate = { readonly over: number; readonly under: number }

/** What the day's first worked minutes cost, rounded down. */
const price = (minutes: number, { over, under }: Rate, { hours }: Counting, unit: Unit): number => {
  if (unit === 'minute') return minutes
  if (hours === 'scheduled') return under === 0 ? 0 : floor(minutes * over, under)
  return floor(minutes, hours.dayMinutes)
}
const floor = (a: number, b: number): number => (a - (a % b)) / b
