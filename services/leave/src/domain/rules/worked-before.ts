import { addDays, type LocalDate } from '@awayday/kernel'
import { courseOf } from '../entitlement/course.ts'
import { common, dayOf, type Stretch } from '../entitlement/days.ts'
import { type Fraction, plus, ZERO } from '../entitlement/fraction.ts'
import { workedIn } from '../entitlement/worked-in.ts'
import type { Facts } from '../facts/facts.ts'
import type { Length } from '../policy/length.ts'
import type { Parts } from '../policy/plan.ts'
import { later } from './later.ts'

/** How many minutes somebody worked in so long before a day, n in 1/10,000, rounded down: what is recorded, else what was planned less leave that does not count as worked. */
export const minutesWorkedBefore = (facts: Facts, leaveType: string, day: LocalDate, within: Length): Parts => {
  const course = courseOf(facts, leaveType, dayOf(day))
  if (!course) return 0
  const window: Stretch = { first: dayOf(later(day, within, -1)), last: dayOf(addDays(day, -1)) }
  const worked = course.employment
    .map((employed) => common(employed, window))
    .filter(({ first, last }) => first <= last)
    .map((stretch) => workedIn(course, { ...stretch, employed: true, terms: null, schedule: null }, 'minute'))
  return roundedDown(worked.reduce(plus, ZERO))
}

// biome-ignore lint/plugin/no-floats: whole numbers of any size
const roundedDown = ({ n, d }: Fraction): Parts => Number(BigInt(n) / BigInt(d))
