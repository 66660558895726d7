import { addDays, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Length } from '../policy/length.ts'
import type { Parts } from '../policy/plan.ts'
import { workOn } from '../time/work-on.ts'
import type { Finding } from './broken.ts'
import type { Case } from './case.ts'
import { later } from './later.ts'
import { lengthByDay, total } from './measure.ts'
import { minutesWorkedBefore } from './worked-before.ts'

/** Time after joining in which nothing may be taken. */
export type Waiting = {
  readonly kind: 'waiting'
  /**
   * A length: leave may begin on the day of joining + length. Or so many days worked before the leave, n in 1/10,000: those of
   * the schedule from joining on, less accepted leave.
   */
  readonly for:
    | Length
    | { readonly workedDays: Parts }
    /** Or so much time worked in so long before the leave, minutes n in 1/10,000: 1,250 hours in 12 months (29 U.S.C. 2611, FMLA). */
    | { readonly workedMinutes: Parts; readonly within: Length }
}

export const tooEarly = ({ for: wait }: Waiting, { wish, facts, fresh }: Case): readonly Finding[] => {
  const [start, joined] = [fresh[0]?.day, facts.employment[0]?.from]
  if (!start || !joined) return []
  if ('workedDays' in wait) return unlessEnough(start, 'workingDays', wait.workedDays, workedDays(facts, joined, start))
  if ('workedMinutes' in wait) {
    const found = minutesWorkedBefore(facts, wish.leaveType, start, wait.within)
    return unlessEnough(start, 'minutes', wait.workedMinutes, found)
  }
  const may = later(joined, wait)
  const last = fresh.findLast(({ day }) => day < may)?.day
  const figures = { required: { of: 'date', date: may }, found: { of: 'date', date: start } } as const
  return last ? [{ first: start, last, part: 'whole', ...figures, requests: [] }] : []
}

const unlessEnough = (day: LocalDate, of: 'workingDays' | 'minutes', required: Parts, n: Parts): readonly Finding[] =>
  n >= required
    ? []
    : [{ first: day, last: day, part: 'whole', required: { of, n: required }, found: { of, n }, requests: [] }]

/** From a day up to, and without, another. */
const workedDays = (facts: Facts, from: LocalDate, until: LocalDate): Parts => {
  let planned = 0
  for (let day = from; day < until; day = addDays(day, 1)) planned += workOn(facts, day).halves * 5_000
  const taken = facts.leaves
    .filter(({ status }) => status === 'accepted')
    .flatMap((leave) => lengthByDay(leave, 'days', facts))
    .filter(({ day }) => from <= day && day < until)
  return planned - total(taken)
}
