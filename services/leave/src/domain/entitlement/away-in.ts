import type { Facts, Leave } from '../facts/facts.ts'
import type { AbsentDay } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'
import { dateOf, type Stretch } from './days.ts'
import { policiesOf, policyOn } from './policy-on.ts'

/** The days and parts of accepted leave in a stretch that do not count as worked; what two leaves name alike is there once, but two halves without a side are two. The first policy of a type also counts before it applies. */
export const awayIn = (facts: Facts, stretch: Stretch): readonly AbsentDay[] => {
  const days = facts.leaves
    .filter(({ status }) => status === 'accepted')
    .flatMap((leave) =>
      daysWithin(leave, stretch).filter(({ day }) => {
        const applied = policyOn(facts, leave.leaveType, day) ?? policiesOf(facts, leave.leaveType)[0]
        return applied && !applied.policy.counting.countsAsWorked
      }),
    )
  const alike = new Map(days.map((one, nth) => [one.part === 'half' ? nth : JSON.stringify(one), one]))
  return [...alike.values()]
}

const daysWithin = ({ dates }: Leave, { first, last }: Stretch): readonly AbsentDay[] => {
  const [start, end] = [dateOf(first), dateOf(last)]
  if (dates.kind === 'days') return dates.days.filter(({ day }) => start <= day && day <= end)
  return partsOf(dates).flatMap(({ day, parts }) =>
    start <= day && day <= end ? parts.map((part) => ({ day, part })) : [],
  )
}
