import { addDays, type LocalDate } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Whereabouts } from './charged.ts'
import { freedOn } from './freed-on.ts'
import { planOn } from './plan-on.ts'
import { plannedHalves, workOf } from './work-of.ts'
import { calendarOn, noonOn, workOn } from './work-on.ts'

/**
 * The free days to charge because they lie between charged days, one of them at least of the request, the other of the
 * request or accepted leave, and nothing but free days separates the two. Days on which the location is closed
 * separate nothing, but are never charged.
 */
export const sandwichedDays = (
  where: Whereabouts,
  request: ReadonlySet<LocalDate>,
  accepted: ReadonlySet<LocalDate>,
  { holidays, sandwiched }: Pick<Counting, 'holidays' | 'sandwiched'>,
): readonly LocalDate[] => {
  const charged = [...new Set([...request, ...accepted])].toSorted()
  return charged.flatMap((day, n) => {
    const next = charged[n + 1]
    if (!next || !(request.has(day) || request.has(next))) return []
    return freeBetween(where, day, next, holidays).filter((free) => {
      const why = whyFree(where, free)
      return why !== 'closing' && (sandwiched === 'all' || sandwiched === why)
    })
  })
}

/** The days between two; none unless all of them are free. */
const freeBetween = (
  where: Whereabouts,
  first: LocalDate,
  last: LocalDate,
  holidays: Counting['holidays'],
): readonly LocalDate[] => {
  const free: LocalDate[] = []
  for (let day = addDays(first, 1); day < last; day = addDays(day, 1)) {
    if (workOn(where, day, holidays).halves > 0) return []
    free.push(day)
  }
  return free
}

/** A holiday on a day off changes nothing: it is a day off. */
const whyFree = (where: Whereabouts, day: LocalDate): 'closing' | 'daysOff' | 'holidays' => {
  const plan = planOn(where.schedules, day)
  const closed = freedOn(calendarOn(where, day), day, 'charged')
  if (plannedHalves(plan) === 0) return closed.am && closed.pm ? 'closing' : 'daysOff'
  return workOf(plan, noonOn(where, day), closed).halves === 0 ? 'closing' : 'holidays'
}
