import { addDays, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import { courseOf } from './course-of.ts'
import type { Figures } from './figures.ts'
import { type Journal, unheard } from './journal.ts'
import { balanceOf } from './ledger-of.ts'
import { atTheStart } from './position.ts'
import { turnsOf } from './situation-of.ts'
import { advance } from './timeline.ts'

/** What is pinned of a year, or changes in one that is pinned. */
export type YearOutcome = {
  readonly leaveType: string
  /** The year's last day, the day before a carry-over. */
  readonly last: LocalDate
  /** As of its last day. */
  readonly figures: Figures
  /** What goes over; below zero: as a debt. */
  readonly carry: Parts
  /** What the carry-over does not let go over. */
  readonly forfeited: Parts
}

/** What comes out of a year, whatever is pinned of it: earlier years count as they are pinned. */
export const closeYear = (facts: Facts, leaveType: string, last: LocalDate): YearOutcome => {
  const open = { ...facts, closedYears: facts.closedYears.filter((year) => year.last < last) }
  return { leaveType, last, figures: balanceOf(open, leaveType, last), ...carriedOver(open, leaveType, last) }
}

/** What the carry-over after a year's last day lets go over, and what not. What ends on that day by itself is neither. */
export const carriedOver = (
  facts: Facts,
  leaveType: string,
  last: LocalDate,
): Pick<YearOutcome, 'carry' | 'forfeited'> => {
  const turn = addDays(last, 1)
  const course = courseOf(facts, leaveType, turnsOf(facts, leaveType, turn), turn)
  const at = atTheStart(course)
  let [carry, forfeited] = [0, 0]
  const note: Journal['note'] = (kind, on, n, holding) => {
    if (on !== turn) return
    if (kind === 'carriedIn') carry += n
    if (kind === 'expiry' && holding?.lot.carries) forfeited -= n
  }
  advance(course, at, turn, { ...unheard, note })
  return { carry, forfeited }
}
