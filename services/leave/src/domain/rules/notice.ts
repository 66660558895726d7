import { addDays, epochDay, type LocalDate, PARTS_PER_UNIT } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { workOn } from '../time/work-on.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { lengthByDay, type Measure, total } from './measure.ts'

/** How long before its first day leave must be asked for. */
export type Notice = Step & {
  readonly kind: 'notice'
  /** `calendar` (default): from the 1st to the 8th are 7 days; `working`: of these days, from the day of asking to the one before the leave, those that the person works. */
  readonly count: 'calendar' | 'working'
  /** What the length of leave is measured in: charged `days` by default. */
  readonly length: Measure
  /** Other steps for longer leave, by `atLeast`, n in 1/10,000 of the measure, itself included. The last one that leave is long enough for holds. */
  readonly longer: readonly (Step & { readonly atLeast: Parts })[]
}

type Step = {
  /** So many days, n in 1/10,000, */
  readonly days: Parts
  /** and so many for each day (or minute) of leave, n in 1/10,000: 1 and 2 in UK law (Working Time Regulations 1998, 15). Together rounded up to whole days. */
  readonly each: Parts
}

export const tooLate = (notice: Notice, { wish, facts, fresh }: Case): readonly Finding[] => {
  const [start, end] = [fresh[0], fresh.at(-1)]
  if (!start || !end) return []
  const { count, length, longer } = notice
  const long = total(lengthByDay(wish, length, facts))
  const step = longer.findLast(({ atLeast }) => atLeast <= long) ?? notice
  const required = wholeDays(step, long)
  const found =
    count === 'calendar' ? daysUntil(wish.askedOn, start.day) : workDaysUntil(facts, wish.askedOn, start.day)
  if (required <= found) return []
  const unit = count === 'calendar' ? 'calendarDays' : 'workingDays'
  return [
    {
      first: start.day,
      last: end.day,
      part: 'whole',
      required: { of: unit, n: required * PARTS_PER_UNIT },
      found: { of: unit, n: found * PARTS_PER_UNIT },
      requests: [],
    },
  ]
}

/** Rounded up. Exact: the parts of a long leave times the parts of a factor pass what a number holds. */
const wholeDays = ({ days, each }: Step, length: Parts): number => {
  const unit = BigInt(PARTS_PER_UNIT)
  const parts = BigInt(days) * unit + BigInt(each) * BigInt(length)
  // biome-ignore lint/plugin/no-floats: whole numbers of any size
  return Number((parts + unit * unit - 1n) / (unit * unit))
}

/** None where leave has begun. */
const daysUntil = (asked: LocalDate, start: LocalDate): number => Math.max(0, epochDay(start) - epochDay(asked))

const workDaysUntil = (facts: Facts, asked: LocalDate, start: LocalDate): number =>
  Array.from({ length: daysUntil(asked, start) }, (_, n) => workOn(facts, addDays(asked, n))).filter(
    ({ halves }) => halves > 0,
  ).length
