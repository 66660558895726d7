import type { LocalDate } from '@awayday/kernel'
import type { Parts } from '../policy/plan.ts'
import type { Course } from './course.ts'
import { unheard } from './journal.ts'
import { atTheStart } from './position.ts'
import { advance } from './timeline.ts'

/** The balance at the end of each of these days, which are in order. */
export const balancesOn = (course: Course, days: readonly LocalDate[]): readonly Parts[] => {
  const at = atTheStart(course)
  return days.map((day) => {
    advance(course, at, day, unheard)
    return at.balance
  })
}

/** The days on which a balance may change, but for expiry, in order. */
export const eventfulDays = (courses: readonly Course[], until: LocalDate): readonly LocalDate[] => {
  const days = new Set<LocalDate>()
  for (const { turns, credits, grants, cuts, takings } of courses) {
    for (const { on } of [...turns, ...grants, ...cuts, ...takings]) days.add(on)
    for (const { from } of credits) days.add(from)
  }
  return [...days].filter((day) => day <= until).sort()
}
