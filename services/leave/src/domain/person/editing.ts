import { err, ok, type PersonId } from '@awayday/kernel'
import { edit } from '../approval/edits.ts'
import type { Facts } from '../facts/facts.ts'
import { raisedBy } from '../facts/raised-by.ts'
import { notCovered } from '../ledger/not-covered.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { overlap } from '../time/overlap.ts'
import { partsOf } from '../time/parts-of.ts'
import { noonOn } from '../time/work-on.ts'
import { balanceEndedOn } from './balance-ended.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import { decideAbout } from './deciding.ts'
import type { Event } from './events.ts'
import { factsOf } from './facts-of.ts'
import { costOf, renewed } from './recharging.ts'
import { brokenBy, type Decided } from './requesting.ts'
import { said } from './said.ts'
import { type Asked, requestOf, type State } from './state.ts'
import { maySeeRequest } from './who-may.ts'
import { costOfWish, overlapping, unruled, wishOf } from './wishes.ts'
import { withOthers } from './with-others.ts'
import { without } from './without.ts'

/**
 * Other days for a request that is pending or accepted. Days that stay cost what they cost; nothing clashes with itself. What must be approved
 * waits beside the accepted leave, and a later change takes its place.
 */
export const editLeave = (command: CommandOf<'Edit'>, state: State, context: Context): Decided => {
  const asked = requestOf(state, command.request)
  if (!asked || !maySeeRequest(asked, state, command, context))
    return err({ type: 'NotRequested', request: command.request })
  const { dates, cover, by, on } = command
  const nothing = isSame(asked.dates, dates) && asked.cover === cover
  if ((nothing && !asked.proposal) || isProposed(asked, dates, cover)) return ok([])
  const wish = { ...asked, dates, cover }
  const allowed = approvalOf(asked, wish, command, state, context)
  if (!allowed.ok) return allowed
  if (nothing) return ok(allowed.value.map((step) => said(step, null)))
  const facts = factsOf(state, context.documents)
  const cost = costOfWish({ ...wish, on }, state, facts, context)
  if (!cost.ok) return cost
  // What it lies over already, such as sickness that gave days of it back, is no new clash.
  const isUnruled = unruled(wish, facts, context)
  const isNew = (other: Asked) => !overlap(other.dates, asked.dates, (day) => noonOn(facts, day))
  const clash = overlapping(wish, state, facts, (other) => isUnruled(other) && isNew(other))
  if (clash) return err(clash)
  const charges = chargesAfter(asked, dates, state, facts)
  const broken = brokenBy({ ...wish, by, on, as: command.as }, charges, state, context)
  if (broken.length > 0) return err({ type: 'BreaksRules', broken })
  const edited: Event = { type: 'LeaveEdited', request: asked.request, dates, charges, cover, by, on }
  const added = charges.filter(({ day }) => !asked.charges.some((one) => one.day === day))
  const ended = balanceEndedOn(state, facts, asked.leaveType, added)
  if (ended) return err({ type: 'NoBalance', leaveType: asked.leaveType, on: ended })
  const { request: id, leaveType } = asked
  const short = notCovered(facts, leaveType, [...charges, ...raisedBy(facts, { id, leaveType, dates })], id)
  return short ? err(short) : changed(asked, edited, { ...wish, charges }, command, state, context)
}

/** Takes single days of a request back, or parts of them. What is not named in it is not there to be taken back. */
export const cancelDays = (command: CommandOf<'CancelDays'>, state: State, context: Context): Decided => {
  const asked = requestOf(state, command.request)
  if (!asked || !maySeeRequest(asked, state, command, context))
    return err({ type: 'NotRequested', request: command.request })
  const { days, by, on } = command
  const facts = factsOf(state, context.documents)
  const dates = without(asked.dates, days, (on) => noonOn(facts, on))
  if (isSame(dates, asked.dates) || isProposed(asked, dates, asked.cover)) return ok([])
  if (partsOf(dates).length === 0)
    return decideAbout({ type: 'Cancel', request: asked.request, note: null, by, on, as: command.as }, state, context)
  const charges = chargesAfter(asked, dates, state, facts)
  const cancelled: Event = { type: 'LeaveDaysCancelled', request: asked.request, days, dates, charges, by, on }
  return changed(asked, cancelled, { ...asked, dates, charges }, command, state, context)
}

/** `event`: what happens where it need not be approved first. */
const changed = (
  asked: Asked,
  event: Event,
  after: Asked,
  command: CommandOf<'Edit' | 'CancelDays'>,
  state: State,
  context: Context,
): Decided => {
  const outcome = approvalOf(asked, after, command, state, context)
  if (!outcome.ok) return outcome
  const steps = outcome.value.map((step) => said(step, null))
  const { dates, charges, cover } = after
  const { by, on } = command
  const waits = steps.some(({ type }) => type === 'ChangeRequested')
  const proposed: Event = { type: 'ChangeProposed', request: asked.request, dates, charges, cover, by, on }
  return ok(withOthers(state, [waits ? proposed : event, ...steps], asked, context))
}

/** Whether they may change it so, and what must be approved anew. */
const approvalOf = (
  before: Asked,
  after: Asked,
  { by, on, as }: CommandOf<'Edit' | 'CancelDays'>,
  state: State,
  { office }: Context,
) => {
  const proposed = before.proposal && wishOf({ ...before, ...before.proposal }, state)
  const wishes = { before: wishOf(before, state), proposed, after: wishOf(after, state) }
  return edit(office, before.approval, { type: 'Edit', ...wishes, by, on, as })
}

const chargesAfter = (asked: Asked, dates: Dates, state: State, facts: Facts): readonly Charge[] => {
  const [was, is] = [asked, { ...asked, dates }].map((one) => costOf(one, state, facts))
  return (was && is && renewed(asked.charges, was, is)) ?? asked.charges
}

const isProposed = ({ proposal }: Asked, dates: Dates, cover: PersonId | null): boolean =>
  proposal !== null && isSame(proposal.dates, dates) && proposal.cover === cover

const isSame = (a: Dates, b: Dates): boolean => JSON.stringify(a) === JSON.stringify(b)
