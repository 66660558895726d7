import { err, ok, type PersonId } from '@awayday/kernel'
import type { ApprovalRejection } from '#domain/approval/rejections.ts'
import { policyOn } from '#domain/entitlement/policy-on.ts'
import { whatIf } from '#domain/ledger/what-if.ts'
import type { Event } from '#domain/person/events.ts'
import { person as decider } from '#domain/person/person.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import { rulesBroken } from '#domain/person/requesting.ts'
import { requestOf } from '#domain/person/state.ts'
import { mayDecideAbout, maySee } from '#domain/person/who-may.ts'
import { costOfWish } from '#domain/person/wishes.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { costShown } from '#wire/amount.ts'
import { brokenShown, refusalShown } from '#wire/broken.ts'
import { chargeShown } from '#wire/charge.ts'
import { showing } from '#wire/figures.ts'
import { alsoAway } from './also-away.ts'
import type { Asked } from './asked.ts'
import { consulted } from './consulted.ts'
import { holidaysIn } from './holidays-in.ts'
import type { Which } from './order.ts'

type Change = Which & { readonly dates: Dates; readonly cover: PersonId | null }

/** What other days for a request would cost, and what speaks against them; before and after are with the leave as it is, and as it would be. */
export const previewEdit =
  (world: World) =>
  async ({ actor, input: { person, request, dates, cover } }: Asked<Change>) => {
    const about = await consulted(world, actor, person, { cover, counts: true })
    const { state, facts, context, doing } = about
    const asked = requestOf(state, request)
    if (!asked || !(maySee(state, doing) || mayDecideAbout(asked, state, doing, context)))
      return err({ type: 'NotRequested', request } satisfies ApprovalRejection)
    const decided = decider(person, context).decide({ type: 'Edit', request, dates, cover, ...doing }, state)
    const { leaveType } = asked
    const cost = costOfWish({ ...asked, dates, on: doing.on }, state, facts, context)
    if (!cost.ok) return cost
    const charges = (decided.ok ? chargedBy(decided.value) : undefined) ?? cost.value
    const { first, last } = rangeOf(dates)
    const policy = policyOn(facts, leaveType, last)?.policy
    const [outlook] = policy?.entitlement ? whatIf(facts, leaveType, charges, [last], request) : []
    const show = showing(policy?.unit ?? 'day')
    return ok({
      amount: costShown(charges),
      ...(outlook && {
        availableBefore: show(outlook.without.available),
        availableAfter: show(outlook.together.available),
      }),
      charges: charges.map(chargeShown),
      brokenRules: rulesBroken({ ...asked, dates, cover, ...doing }, charges, state, context).map(
        brokenShown(context.rules),
      ),
      holidays: holidaysIn(facts, first, last),
      alsoAway: await alsoAway(world, actor, state, { dates }),
      refusal: decided.ok ? undefined : refusalShown(decided.error, context.rules),
    })
  }

/** Days that stay cost what they cost. */
const chargedBy = (events: readonly Event[]) => {
  for (const event of events) if (event.type === 'LeaveEdited' || event.type === 'ChangeProposed') return event.charges
  return undefined
}
