import { PARTS_PER_UNIT, type Unit } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Part } from './absence.ts'
import { halvesMet, minutesMet } from './met.ts'
import { earliestFirst } from './parts-of.ts'
import { type DayWork, lengthOf, plannedHalves, workWithin } from './work-of.ts'

/**
 * What each part of one day costs, n in 1/10,000 of the unit: what it adds to the cost of those before it, and of those that other leave
 * has `taken`. So all leave of a day costs together what one leave would that names as much of it.
 */
export const costsOf = (
  work: DayWork,
  parts: readonly Part[],
  counting: Counting,
  unit: Unit,
  taken: readonly Part[] = [],
): readonly number[] => {
  const named = [...taken, ...parts]
  let cost = 0
  return named
    .map((_, nth) => {
      const before = cost
      cost = Math.max(before, costTogether(work, named.slice(0, nth + 1).toSorted(earliestFirst), counting, unit))
      return cost - before
    })
    .slice(taken.length)
}

/**
 * What parts cost, earliest first: at most what all halves of the day do, or where hours are named all its hours, if
 * that is more.
 */
const costTogether = (work: DayWork, parts: readonly Part[], counting: Counting, unit: Unit): number => {
  const halves = unit === 'day' ? halvesCounted(counting) : undefined
  const price = unit === 'day' ? priceOf(work, counting) : ITSELF
  /** What a half costs; undefined for time that costs its length. */
  const slotCost = (part: Part): number | undefined =>
    halves && typeof part !== 'object' ? halves(work, part) * A_HALF : undefined
  const inHours = parts.some((part) => slotCost(part) === undefined)
  const most = Math.max(slotCost('whole') ?? 0, inHours ? priced(work.minutes, price) : 0)
  let [minutes, cost] = [0, 0]
  for (const part of parts) {
    const met = Math.min(minutesMet(work, part), work.minutes - minutes)
    const before = Math.max(minutes, workBefore(work, part))
    minutes += met
    cost = Math.min(most, cost + (slotCost(part) ?? priced(before + met, price) - priced(before, price)))
  }
  return cost
}

/** How the halves of a day count that cost half a day each; undefined where they cost their minutes. */
const halvesCounted = ({ days, whole }: Counting): typeof halvesMet | undefined => {
  if (days === 'calendar') return (_, part) => (part === 'whole' ? 2 : 1)
  return whole === 'slots' ? halvesMet : undefined
}

/** What so many minutes cost: `n` for every `per`, all in 1/10,000. */
type Price = { readonly n: number; readonly per: number }

const ITSELF: Price = { n: 1, per: 1 }
const A_HALF = PARTS_PER_UNIT / 2

/** Of the plan, not of what stays worked: an hour costs no more because another hour of the day is free. */
const priceOf = ({ plan }: DayWork, { days, hours }: Counting): Price => {
  if (hours !== 'scheduled') return { n: PARTS_PER_UNIT, per: hours.dayMinutes * PARTS_PER_UNIT }
  const halves = days === 'calendar' ? 2 : plannedHalves(plan)
  return { n: halves * A_HALF, per: Math.max(1, plan.minutes) * PARTS_PER_UNIT }
}

/** Rounded down. The product is at most 1440 x 10,000 x 10,000, far below what is exact. */
const priced = (minutes: number, { n, per }: Price): number => Math.floor((minutes * n) / per)

/** The working time before a part, so that parts of a day that touch add up; none where nobody knows when it lies. */
const workBefore = (work: DayWork, part: Part): number => {
  if (part === 'pm') return work.halves === 2 ? minutesMet(work, 'am') : 0
  const known = typeof part === 'object' && work.plan.times.length > 0
  return known ? lengthOf(workWithin(work, { from: 0, to: part.from })) : 0
}
