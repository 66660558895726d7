import type { LocalDate } from '@awayday/kernel'
import { DAY_ENDS } from '../time/work-of.ts'
import { workOn } from '../time/work-on.ts'
import { missed, missedFor } from './away-spans.ts'
import type { Colleague } from './colleague.ts'
import type { Shift } from './moments.ts'

/** What of somebody's leave a staffing rule counts. */
export type Counting = {
  /** Leave of which types counts as away; null (default): of all. The rule asks nothing of other leave. */
  readonly away: readonly string[] | null
  /** Whether leave that waits for a decision counts. `counted` by default. */
  readonly pending: 'counted' | 'notCounted'
  /** `slot` (default): at any one time; `day`: who is away for any part of their day is away all day. */
  readonly per: 'slot' | 'day'
}

export const isAway = ({ away }: Counting, leaveType: string): boolean => away === null || away.includes(leaveType)

/** When somebody works on a day, and when they are away, as a rule counts it. */
export const shiftOf = (rule: Counting, one: Colleague, day: LocalDate): Shift => {
  const work = workOn(one, day)
  const leaves = one.leaves.filter(
    ({ leaveType, status }) =>
      isAway(rule, leaveType) && (status === 'accepted' || (status === 'pending' && rule.pending === 'counted')),
  )
  const shift = { works: missed(['whole'], work), away: missedFor(leaves, day, work) }
  return rule.per === 'slot' ? shift : { works: allDayIf(shift.works), away: allDayIf(shift.away) }
}

const allDayIf = (spans: Shift['works']): Shift['works'] => (spans.length > 0 ? ALL_DAY : [])

export const ALL_DAY = [{ from: 0, to: DAY_ENDS }]
