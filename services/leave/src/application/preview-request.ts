import { err, ok, type PersonId } from '@awayday/kernel'
import { uncoveredDays } from '#domain/ledger/uncovered-days.ts'
import { amountOf } from '#domain/person/amount-of.ts'
import { asSickness } from '#domain/person/as-sickness.ts'
import type { CommandOf } from '#domain/person/commands.ts'
import { previewOf } from '#domain/person/outlook.ts'
import { person as decider } from '#domain/person/person.ts'
import { rangeOf } from '#domain/person/range-of.ts'
import { rulesBroken } from '#domain/person/requesting.ts'
import { mayEnter } from '#domain/person/who-may.ts'
import { costOfWish } from '#domain/person/wishes.ts'
import type { World } from '#ports/world.ts'
import { amountShown, costShown } from '#wire/amount.ts'
import { brokenShown, refusalShown } from '#wire/broken.ts'
import { chargeShown } from '#wire/charge.ts'
import { alsoAway } from './also-away.ts'
import type { Asked, UnknownPerson } from './asked.ts'
import { consulted } from './consulted.ts'
import { holidaysIn } from './holidays-in.ts'
import type { LeaveWish } from './request-leave.ts'

/** `person`: for whom leave is to be entered; null: one's own is to be asked for. */
export type PreviewWish = LeaveWish & { readonly person: PersonId | null }

/**
 * What leave would cost, and what speaks against it: decided by the same decider, and forgotten. Where days cannot be counted that is
 * refused; any other refusal stands beside the figures. Sickness may fall on free days, and no rule is asked about it.
 */
export const previewRequest =
  (world: World) =>
  async ({ actor, input: { person: whose, exception, reason, ...asked } }: Asked<PreviewWish>) => {
    const person = whose ?? actor.person
    const { state, facts, context, doing } = await consulted(world, actor, person, { cover: asked.cover, counts: true })
    const own = person === actor.person
    if (!own && !mayEnter(state, doing, context)) return err({ type: 'UnknownPerson', person } satisfies UnknownPerson)
    const note = reason?.trim() ? SAID : null
    const { leaveType, dates } = asked
    const wish = { request: NEW, ...asked, note, ...doing }
    const order: CommandOf<'Request' | 'Enter'> = own
      ? { type: 'Request', exception, ...wish }
      : { type: 'Enter', ...wish }
    const isSickness = asSickness(order, context) !== undefined
    const cost = costOfWish(wish, state, facts, context)
    if (!cost.ok && !(isSickness && cost.error.type === 'NoWorkingDay')) return cost
    const charges = cost.ok ? cost.value : []
    const decided = decider(person, context).decide(order, state)
    const outlook = previewOf(facts, { id: NEW, leaveType, dates, charges })
    const { first, last } = rangeOf(dates)
    return ok({
      amount: costShown(charges),
      ...(outlook && { availableBefore: amountShown(outlook.before), availableAfter: amountShown(outlook.after) }),
      charges: charges.map(chargeShown),
      uncovered: uncoveredDays(facts, leaveType, charges, NEW).map(({ day, n }) => ({
        day,
        amount: amountShown({ unit: amountOf(charges).unit, n }),
      })),
      brokenRules: isSickness ? [] : rulesBroken(wish, charges, state, context).map(brokenShown(context.rules)),
      holidays: holidaysIn(facts, first, last),
      alsoAway: await alsoAway(world, actor, state, { dates }),
      refusal: decided.ok ? undefined : refusalShown(decided.error, context.rules),
    })
  }

/** No request is called so. */
const NEW = ''
/** Rules ask whether anything was said, not what. */
const SAID = 'said'
