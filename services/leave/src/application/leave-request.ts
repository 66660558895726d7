import { type Actor, err, ok } from '@awayday/kernel'
import { deadlinesOf } from '#domain/approval/deadlines.ts'
import { isOpen } from '#domain/approval/passing.ts'
import type { ApprovalRejection } from '#domain/approval/rejections.ts'
import { heardSeats } from '#domain/approval/seats-taken.ts'
import { rulesBrokenBy } from '#domain/person/in-spite-of.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import { type Asked as LeaveAsked, requestOf, stands } from '#domain/person/state.ts'
import { mayDecideAbout, maySee, maySeeRequest } from '#domain/person/who-may.ts'
import type { World } from '#ports/world.ts'
import { amountShown } from '#wire/amount.ts'
import { deadlineShown, levelShown, stateShown } from '#wire/approval.ts'
import { brokenShown, ruleName } from '#wire/broken.ts'
import { chargeShown, datesShown, proposalShown } from '#wire/charge.ts'
import { rangeShown } from '#wire/range.ts'
import { alsoAway } from './also-away.ts'
import type { Asked } from './asked.ts'
import { type Consulted, consulted } from './consulted.ts'
import { counting } from './context.ts'
import { holidaysIn } from './holidays-in.ts'
import { withWords } from './leave-requests.ts'
import type { Which } from './order.ts'

/**
 * One request with how far its approval has come: for the person, all who decide about it, and admins. The colleague who is to take the work over
 * sees the days and whether they have agreed, and nothing else.
 */
export const leaveRequest =
  (world: World) =>
  async ({ actor, input: { person, request } }: Asked<Which>) => {
    const about = await consulted(world, actor, person)
    const { state, doing, context } = about
    const asked = requestOf(state, request)
    if (!asked || !maySeeRequest(asked, state, doing, context))
      return err({ type: 'NotRequested', request } satisfies ApprovalRejection)
    const seesAll = maySee(state, doing) || mayDecideAbout(asked, state, doing, context)
    // What accepted leave may become is what a cover is asked about.
    const { dates } = seesAll ? asked : { ...asked, ...asked.proposal }
    return ok({
      person,
      id: request,
      ...rangeShown(rangeOf(dates)),
      dates: datesShown(dates),
      state: stateShown(asked.approval),
      ...coverOf(asked),
      ...(seesAll ? await everythingElse(world, actor, about, asked) : {}),
    })
  }

/** Who takes the work over, whether they have agreed, and who is still to say so. */
const coverOf = ({ cover, approval }: LeaveAsked) => {
  const waiting = isOpen(approval) ? approval.waiting.cover : null
  const consent = waiting ?? ('cover' in approval ? approval.cover : null)
  return {
    ...(cover === null ? {} : { cover }),
    ...(consent === null || consent.agrees === null ? {} : { coverAgrees: consent.agrees }),
    ...(waiting?.agrees === null ? { coverAsked: waiting.person } : {}),
  }
}

const everythingElse = async (world: World, actor: Actor, about: Consulted, asked: LeaveAsked) => {
  const { state, version, facts, doing, today } = about
  const context = await counting(world, actor.tenant, about.context)
  const { approval, dates, charges, sick } = asked
  const { office } = context
  const { first, last } = rangeOf(dates)
  const [request] = await withWords(world, actor.tenant, state.owner, version, [asked])
  const seats = isOpen(approval) ? heardSeats(office, approval, approval.waiting, today) : []
  return {
    request,
    askedBy: asked.by,
    charges: charges.map(chargeShown),
    ...(sick?.certificate ? { certificate: sick.certificate } : {}),
    ...(asked.proposal ? { proposed: proposalShown(asked.proposal) } : {}),
    levels: approval.levels.map((step, n) => levelShown(step, n, approval, seats)),
    ...(isOpen(approval) ? { waitingSince: approval.waiting.since } : {}),
    mayDecide: isOpen(approval) && mayDecideAbout(asked, state, doing, context),
    deadlines: deadlinesOf(office, approval).map(deadlineShown),
    brokenRules: stands(asked) ? rulesBrokenBy(asked, state, context).map(brokenShown(context.rules)) : [],
    exceptions: asked.exceptions.map(ruleName(context.rules)),
    overridden: asked.overridden.map(ruleName(context.rules)),
    uncovered: asked.uncovered.map(({ day, n }) => ({
      day,
      amount: amountShown({ unit: charges[0]?.unit ?? 'day', n }),
    })),
    holidays: holidaysIn(facts, first, last),
    alsoAway: await alsoAway(world, actor, state, asked),
  }
}
