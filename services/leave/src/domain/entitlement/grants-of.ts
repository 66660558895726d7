import { compare, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { courseOf } from './course.ts'
import { dayOf } from './days.ts'
import type { Grant } from './grant.ts'
import { holidaysAdded } from './holidays-added.ts'
import { planGrants } from './plan-grants.ts'

/** All grants due up to a day, oldest first; of one day in the order of their periods. Grants of nothing are left out. */
export const grantsOf = (facts: Facts, leaveType: string, until: LocalDate): readonly Grant[] => {
  const end = dayOf(until)
  const course = courseOf(facts, leaveType, end)
  if (!course) return []
  const grants = [...planGrants(course, end), ...holidaysAdded(course, end)]
  return inOrder(grants.filter(({ on }) => on <= until))
}

/** Nearly always they already are. */
const inOrder = (grants: readonly Grant[]): readonly Grant[] =>
  grants.every(({ on }, nth) => nth === 0 || on >= (grants[nth - 1]?.on ?? on))
    ? grants
    : grants.toSorted((a, b) => compare(a.on, b.on))
