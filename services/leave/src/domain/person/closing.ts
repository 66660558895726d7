import { err, ok } from '@awayday/kernel'
import { isYearEnd } from '../entitlement/carry-over-days-of.ts'
import { policiesOf } from '../entitlement/policy-on.ts'
import { closeYear as pinOf } from '../ledger/close-year.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { factsOf } from './facts-of.ts'
import type { Decided } from './requesting.ts'
import type { State } from './state.ts'

/** Which calculation a year was closed by: grows when the same facts would give other figures. */
const RULES = 1

/** Pins a leave year that is over. Nothing else depends on when that happens: figures are the same before and after. */
export const closeYear = ({ leaveType, last, on }: CommandOf<'CloseYear'>, state: State, context: Context): Decided => {
  if (state.closedYears.some((year) => year.leaveType === leaveType && year.last === last)) return ok([])
  const facts = factsOf(state, context.documents)
  if (policiesOf(facts, leaveType).length === 0) return err({ type: 'NoBalance', leaveType, on: last })
  if (on <= last || !isYearEnd(facts, leaveType, last)) return err({ type: 'NotAYearEnd', leaveType, last })
  return ok([{ type: 'YearClosed', ...pinOf(facts, leaveType, last), rules: RULES }])
}
