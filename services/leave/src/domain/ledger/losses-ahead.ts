import { addDays, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { courseOf } from './course-of.ts'
import { type Journal, unheard } from './journal.ts'
import type { Lot } from './lot.ts'
import { atTheStart } from './position.ts'
import { turnsOf } from './situation-of.ts'
import { advance } from './timeline.ts'

/** What is lost if nothing more is taken than is accepted. `cap`: what a cap withholds or cuts, on that day. */
export type Loss = {
  /** The last day on which it can be used. */
  readonly lastDay: LocalDate
  readonly because: 'expiry' | 'cap'
  readonly n: Parts
  readonly lot: Lot
}

/** The losses whose last day lies after `asOf`, or is it, up to `until`; earliest first. */
export const lossesAhead = (facts: Facts, leaveType: string, asOf: LocalDate, until: LocalDate): readonly Loss[] => {
  const losses: Loss[] = []
  const note: Journal['note'] = (kind, on, n, holding) => {
    if (!holding || (kind !== 'expiry' && kind !== 'cut' && kind !== 'withheld')) return
    const because = kind === 'expiry' ? 'expiry' : 'cap'
    losses.push({ lastDay: addDays(on, -1), because, n: Math.abs(n), lot: holding.lot })
  }
  const end = addDays(until, 1)
  const course = courseOf(facts, leaveType, turnsOf(facts, leaveType, end), end)
  advance(course, atTheStart(course), end, { ...unheard, note })
  return losses.filter(({ lastDay }) => asOf <= lastDay && lastDay <= until)
}
