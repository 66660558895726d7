import { LAST_DATE, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Charge } from '../time/charged.ts'
import { courseOf } from './course-of.ts'
import { type Journal, unheard } from './journal.ts'
import { atTheStart } from './position.ts'
import { turnsOf } from './situation-of.ts'
import { takingsOf } from './takings-of.ts'
import { advance } from './timeline.ts'
import { NEW_LEAVE, withLeave } from './with-leave.ts'

/** The days that become overdraft if this leave is accepted whatever the balance, and how much of each; those of other leave that it uncovers too. */
export const uncoveredDays = (
  facts: Facts,
  leaveType: string,
  wish: readonly Charge[],
  leave: string = NEW_LEAVE,
): readonly { readonly day: LocalDate; readonly n: Parts }[] => {
  const without = overdraftOf(facts, leaveType)
  const together = overdraftOf(withLeave(facts, { leave, leaveType, charges: wish }), leaveType)
  return [...together].map(([day, n]) => ({ day, n: n - (without.get(day) ?? 0) })).filter(({ n }) => n > 0)
}

/** By day, in order. */
const overdraftOf = (facts: Facts, leaveType: string): ReadonlyMap<LocalDate, Parts> => {
  const days = new Map<LocalDate, Parts>()
  const last = takingsOf(facts, leaveType, LAST_DATE).at(-1)?.on
  if (!last) return days
  const note: Journal['note'] = (kind, on, n) => {
    if (kind === 'overdraft') days.set(on, (days.get(on) ?? 0) - n)
  }
  const course = courseOf(facts, leaveType, turnsOf(facts, leaveType, last), last)
  advance(course, atTheStart(course), last, { ...unheard, note })
  return days
}
