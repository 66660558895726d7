import { compare, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { courseOf } from './course.ts'
import { dayOf } from './days.ts'
import type { Grant } from './grant.ts'
import { holidaysAdded } from './holidays-added.ts'
import { planGrants } from './plan-grants.ts'

/** All grants due up to a day, oldest first; of one day in the order of their periods. Grants of nothing are left out. */
export const grantsOf = (facts: Facts, leaveType: string, until: LocalDate): readonly Grant[] =>
  inOrder(grantsFor(facts, leaveType, until).filter(({ on }) => on <= until))

/** All grants of a leave year, in the same order, whenever they are due. */
export const grantsOfYear = (
  facts: Facts,
  leaveType: string,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
): readonly Grant[] => inOrder(grantsFor(facts, leaveType, last).filter(({ leaveYear }) => leaveYear === first))

/** What is granted for all periods that start up to a day. */
const grantsFor = (facts: Facts, leaveType: string, day: LocalDate): readonly Grant[] => {
  const end = dayOf(day)
  const course = courseOf(facts, leaveType, end)
  return course ? [...planGrants(course, end), ...holidaysAdded(course, end)] : []
}

/** Nearly always they already are. */
const inOrder = (grants: readonly Grant[]): readonly Grant[] =>
  grants.every(({ on }, nth) => nth === 0 || on >= (grants[nth - 1]?.on ?? on))
    ? grants
    : grants.toSorted((a, b) => compare(a.on, b.on))
