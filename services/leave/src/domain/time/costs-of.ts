import { PARTS_PER_UNIT, type Unit } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Part } from './absence.ts'
import { halvesMet, minutesMet } from './met.ts'
import { type DayWork, lengthOf, plannedHalves, workWithin } from './work-of.ts'

/** What each part of one day costs, n in 1/10,000 of the unit. Together never more than the day; `parts` earliest first. */
export const costsOf = (
  work: DayWork,
  parts: readonly Part[],
  { hours, whole }: Pick<Counting, 'hours' | 'whole'>,
  unit: Unit,
): readonly number[] => {
  const slotOf = (part: Part) => (unit === 'day' && whole === 'slots' && typeof part !== 'object' ? part : undefined)
  const price = unit === 'minute' ? ITSELF : priceOf(work, hours)
  const most = Math.max(
    parts.some(slotOf) ? work.halves * A_HALF : 0,
    parts.every(slotOf) ? 0 : priced(work.minutes, price),
  )
  let [minutes, cost] = [0, 0]
  return parts.map((part) => {
    const [slot, met, already] = [slotOf(part), minutesMet(work, part), cost]
    const before = workBefore(work, part) ?? minutes
    const own = slot ? halvesMet(work, slot) * A_HALF : priced(before + met, price) - priced(before, price)
    minutes += met
    cost = Math.min(most, cost + own)
    return cost - already
  })
}

/** What so many minutes cost: `n` for every `per`, all in 1/10,000. */
type Price = { readonly n: number; readonly per: number }

const ITSELF: Price = { n: 1, per: 1 }
const A_HALF = PARTS_PER_UNIT / 2

/** Of the plan, not of what stays worked: an hour costs no more because another hour of the day is free. */
const priceOf = ({ plan }: DayWork, hours: Counting['hours']): Price =>
  hours === 'scheduled'
    ? { n: plannedHalves(plan) * A_HALF, per: Math.max(1, plan.minutes) * PARTS_PER_UNIT }
    : { n: PARTS_PER_UNIT, per: hours.dayMinutes * PARTS_PER_UNIT }

/** Rounded down. The product is at most 1440 x 10,000 x 10,000, far below what is exact. */
const priced = (minutes: number, { n, per }: Price): number => (minutes * n - ((minutes * n) % per)) / per

/** The working time before a part, so that parts of a day that touch add up; undefined where nobody knows when it lies. */
const workBefore = (work: DayWork, part: Part): number | undefined => {
  if (part === 'half') return undefined
  if (part === 'pm') return minutesMet(work, 'am')
  if (typeof part !== 'object') return 0
  return work.plan.times.length > 0 ? lengthOf(workWithin(work, { from: 0, to: part.from })) : undefined
}
