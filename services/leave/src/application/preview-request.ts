import { ok } from '@awayday/kernel'
import { chargesOf, total } from '#domain/charge.ts'
import { previewOf } from '#domain/outlook.ts'
import { person as decider } from '#domain/person.ts'
import type { Range } from '#domain/range.ts'
import type { World } from '#ports/world.ts'
import { amountShown } from '#wire/amount.ts'
import type { Asked } from './asked.ts'
import { tellPerson } from './person-stream.ts'
import { todayOf } from './today.ts'

/** What a request would cost, or why it would be refused: decided by the same rules, and forgotten. */
export const previewRequest =
  (world: World) =>
  async ({ actor: { tenant, person }, input }: Asked<Range & { readonly leaveType: string }>) => {
    const { state } = await tellPerson(world, tenant, person)
    const { leaveType, first, firstPart, last, lastPart } = input
    const wish = { leaveType, first, firstPart, last, lastPart }
    const on = todayOf(world, state)
    const decided = decider(person).decide({ type: 'Request', request: '', by: person, on, ...wish, note: null }, state)
    if (!decided.ok) return decided
    const charges = chargesOf(wish)
    const outlook = previewOf(state, { ...wish, charges })
    return ok({
      amount: amountShown(total(charges)),
      ...(outlook && { availableBefore: amountShown(outlook.before), availableAfter: amountShown(outlook.after) }),
    })
  }
