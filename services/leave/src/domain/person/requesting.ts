import { err, ok, type Result } from '@awayday/kernel'
import { start } from '../approval/start.ts'
import { notCovered } from '../ledger/not-covered.ts'
import { allowedWith, type Broken } from '../rules/broken.ts'
import { check } from '../rules/check.ts'
import type { Charge } from '../time/charged.ts'
import { balanceEndedOn } from './balance-ended.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import type { Rejection } from './rejections.ts'
import { said } from './said.ts'
import { requestOf, type State } from './state.ts'
import { isUsual } from './usual-approval.ts'
import { namesOf } from './who-may.ts'
import { costOfWish, overlapping, unruled, wishOf } from './wishes.ts'
import { withOthers } from './with-others.ts'

export type Decided = Result<readonly Event[], Rejection>

/** The first refusal wins. Against accepted leave only: what is pending reserves nothing (docs/adr/0002-pending-reserves-nothing.md). */
export const request = (command: CommandOf<'Request'>, state: State, context: Context): Decided => {
  if (requestOf(state, command.request)) return ok([])
  const { request, leaveType, dates, cover, note, certificate, by, on } = command
  const facts = factsOf(state, context.documents)
  const cost = costOfWish(command, state, facts, context)
  if (!cost.ok) return cost
  const charges = cost.value
  const clash = overlapping(command, state, facts, unruled(command, facts, context))
  if (clash) return err(clash)
  const broken = brokenBy(command, charges, state, context)
  const refused = command.exception ? broken.filter(({ exception }) => !exception) : broken
  if (refused.length > 0) return err({ type: 'BreaksRules', broken: refused })
  const ended = balanceEndedOn(state, facts, leaveType, charges)
  if (ended) return err({ type: 'NoBalance', leaveType, on: ended })
  const short = notCovered(facts, leaveType, charges, request)
  if (short) return err(short)
  const asking = { request, leaveType, dates, charges, cover }
  const started = start(context.office, wishOf(asking, state, broken.length > 0), { by, on })
  if (!started.ok) return started
  const exceptions = broken.map(({ rule }) => rule)
  const asked: Event = { type: 'LeaveRequested', ...asking, exceptions, certificate, note, by, on }
  const steps = started.value.filter((event) => !isUsual(event))
  const events = [asked, ...steps.map((event) => said(event, null))]
  return ok(withOthers(state, events, command, context))
}

/** The rules that a wish breaks and that whoever asks may not pass over. */
export const brokenBy = (wish: Ruled, charges: readonly Charge[], state: State, context: Context): readonly Broken[] =>
  allowedWith(rulesBroken(wish, charges, state, context), namesOf(state, wish))

type Ruled = Pick<
  CommandOf<'Request'>,
  'request' | 'leaveType' | 'dates' | 'cover' | 'note' | 'certificate' | 'by' | 'on' | 'as'
>

export const rulesBroken = (
  { request, leaveType, dates, cover, note, certificate, on }: Ruled,
  charges: readonly Charge[],
  state: State,
  { documents, company, rules }: Context,
): readonly Broken[] => {
  const asked = { request, leaveType, dates, charges, askedOn: on, reason: note !== null, certificate, cover }
  return check(asked, factsOf(state, documents), company, rules)
}
