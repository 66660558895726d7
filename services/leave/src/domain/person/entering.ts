import { err, ok } from '@awayday/kernel'
import { coverRefusal } from '../approval/cover.ts'
import { notCovered } from '../ledger/not-covered.ts'
import { uncoveredDays } from '../ledger/uncovered-days.ts'
import { allowedWith } from '../rules/broken.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import { type Decided, rulesBroken } from './requesting.ts'
import { requestOf, type State } from './state.ts'
import { mayEnter, mayOverdraw, namesOf } from './who-may.ts'
import { costOfWish, overlapping, unruled } from './wishes.ts'
import { withOthers } from './with-others.ts'

/**
 * Leave entered by HR or whoever decides about the person's leave: accepted at once. Rules that they may pass over are named, and what
 * the balance does not cover is said day by day; a deputy who is no manager keeps to the balance. Who takes the work over is not asked.
 */
export const enter = (command: CommandOf<'Enter'>, state: State, context: Context): Decided => {
  if (requestOf(state, command.request)) return ok([])
  const { request, leaveType, dates, cover, note, certificate, by, on } = command
  if (!mayEnter(state, command, context)) return err({ type: 'NotYours', person: state.owner })
  const facts = factsOf(state, context.documents)
  const cost = costOfWish(command, state, facts, context)
  if (!cost.ok) return cost
  const charges = cost.value
  const clash = overlapping(command, state, facts, unruled(command, facts, context))
  if (clash) return err(clash)
  const refusal = coverRefusal(context.office, { person: state.owner, cover, dates })
  if (refusal) return err(refusal)
  const all = rulesBroken(command, charges, state, context)
  const broken = allowedWith(all, namesOf(state, command))
  if (broken.length > 0) return err({ type: 'BreaksRules', broken })
  const overridden = all.map(({ rule }) => rule)
  const short = mayOverdraw(state, command, context) ? undefined : notCovered(facts, leaveType, charges, request)
  if (short) return err(short)
  const uncovered = uncoveredDays(facts, leaveType, charges, request)
  const asking = { request, leaveType, dates, charges, cover, note, by, on }
  const entered: Event = { type: 'LeaveEntered', ...asking, overridden, uncovered, certificate }
  return ok(withOthers(state, [entered], command, context))
}
