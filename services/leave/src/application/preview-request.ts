import { ok } from '@awayday/kernel'
import { amountOf } from '#domain/person/amount-of.ts'
import { previewOf } from '#domain/person/outlook.ts'
import { person as decider } from '#domain/person/person.ts'
import type { Range } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { amountShown } from '#wire/amount.ts'
import { type Asked, doingOf } from './asked.ts'
import { starterContext } from './context.ts'
import { tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** What a request would cost, or why it would be refused: decided by the same rules, and forgotten. */
export const previewRequest =
  (world: World) =>
  async ({ actor, input }: Asked<Range & { readonly leaveType: string }>) => {
    const { tenant, person } = actor
    const { state, facts, shelf } = await tellPerson(world, tenant, person)
    const { leaveType, first, firstPart, last, lastPart } = input
    const dates = { kind: 'range', first, firstPart, last, lastPart } as const
    const wish = { request: '', leaveType, dates, cover: null, note: null, exception: false }
    const on = todayOf(world, state)
    const decided = decider(person, starterContext(shelf.documents)).decide(
      { type: 'Request', ...wish, ...doingOf(actor, on) },
      state,
    )
    if (!decided.ok) return decided
    const asked = decided.value.find(({ type }) => type === 'LeaveRequested')
    const charges = asked?.type === 'LeaveRequested' ? asked.charges : []
    const outlook = previewOf(facts, { id: '', leaveType, dates, charges })
    return ok({
      amount: amountShown(amountOf(charges)),
      ...(outlook && { availableBefore: amountShown(outlook.before), availableAfter: amountShown(outlook.after) }),
    })
  }
