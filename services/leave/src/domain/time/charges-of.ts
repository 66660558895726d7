import { compare, type LocalDate, PARTS_PER_UNIT, type Unit, unreachable } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Dates, Part } from './absence.ts'
import { ALONE, type Beside, takenBeside } from './beside.ts'
import type { Charge, Whereabouts } from './charged.ts'
import { costsOf } from './costs-of.ts'
import { NOTHING_FREED } from './freed-on.ts'
import { type NamedDay, partsOf } from './parts-of.ts'
import { planOn } from './plan-on.ts'
import { sandwichedDays } from './sandwich.ts'
import type { DayPlan } from './schedule.ts'
import { asCounted } from './weekdays-counted.ts'
import { type DayWork, workOf } from './work-of.ts'
import { noonOn, workOn } from './work-on.ts'

/**
 * What a leave costs, by day and then part: the days that cost something. By the sandwich rule `adjoining` days between it and other leave
 * are charged too, though not named.
 */
export const chargesOf = (
  where: Whereabouts,
  dates: Dates,
  counting: Counting,
  unit: Unit,
  beside: Beside = ALONE,
): readonly Charge[] => {
  const counted = asCounted(where, counting)
  const named = partsOf(dates).flatMap((day) => {
    const taken = takenBeside(beside, day, () => noonOn(where, day.day))
    return chargesOn(counted, day, counting, unit, taken)
  })
  const between = freeBetweenCharged(counted, named, counting, unit, beside)
  return [...named, ...between].toSorted(byDay).filter(({ day }) => !leftOut(dates, day, counting.ends))
}

const chargesOn = (
  where: Whereabouts,
  { day, parts }: NamedDay,
  counting: Counting,
  unit: Unit,
  taken: readonly Part[],
): readonly Charge[] => {
  const costs = costsOf(workCounted(where, day, counting, unit), parts, counting, unit, taken)
  return parts.flatMap((part, nth) => {
    const n = costs[nth] ?? 0
    return n > 0 ? [{ day, part, unit, n }] : []
  })
}

/** Nothing is free on a calendar day; where days have a fixed length, each is as long, and its hours may be any. */
const workCounted = (where: Whereabouts, day: LocalDate, counting: Counting, unit: Unit): DayWork => {
  if (counting.days !== 'calendar') return workOn(where, day, counting.holidays)
  const { hours } = counting
  const plan: DayPlan =
    hours === 'scheduled' || unit === 'minute'
      ? planOn(where.schedules, day)
      : { halves: 'whole', minutes: hours.dayMinutes, times: [] }
  return workOf(plan, noonOn(where, day), NOTHING_FREED)
}

/** Whole days: 1, or in minutes what was planned. */
const freeBetweenCharged = (
  where: Whereabouts,
  named: readonly Charge[],
  counting: Counting,
  unit: Unit,
  { adjoining }: Beside,
): readonly Charge[] => {
  if (counting.sandwich === 'off') return []
  const alone: Counting = { ...counting, sandwich: 'off' }
  const others = counting.sandwich === 'adjoining' ? adjoining.flatMap((one) => chargesOf(where, one, alone, unit)) : []
  return sandwichedDays(where, daysIn(named), daysIn(others), counting).flatMap((day) => {
    const n = (unit === 'day' ? 1 : planOn(where.schedules, day).minutes) * PARTS_PER_UNIT
    return n > 0 ? [{ day, part: 'whole', unit, n, sandwiched: true }] : []
  })
}

const daysIn = (charges: readonly Charge[]): ReadonlySet<LocalDate> => new Set(charges.map(({ day }) => day))

/** Ends are those of a range; days named one by one have none. */
export const leftOut = (dates: Dates, day: LocalDate, ends: Counting['ends']): boolean => {
  if (dates.kind === 'days') return false
  switch (ends) {
    case 'both':
      return false
    case 'withoutFirst':
      return day === dates.first
    case 'withoutLast':
      return day === dates.last
    case 'neither':
      return day === dates.first || day === dates.last
    default:
      return unreachable(ends)
  }
}

const byDay = (a: Charge, b: Charge): number => compare(a.day, b.day)
