import { chargesOf } from './charge.ts'
import { notEmployedOn } from './employment.ts'
import type { Asking } from './events.ts'
import { notEnoughLeft } from './floor.ts'
import { leaveTypeOf } from './leave-types.ts'
import { notARange, overlap } from './range.ts'
import type { NotRequestable } from './rejections.ts'
import type { State } from './state.ts'

/** One rule for what may be requested. The first refusal wins, so each may rely on those before it. */
export type Rule = (wish: Asking, state: State) => NotRequestable | undefined

const knownType: Rule = ({ leaveType }) =>
  leaveTypeOf(leaveType) ? undefined : { type: 'UnknownLeaveType', leaveType }

const aRange: Rule = (wish) => notARange(wish)

const withinEmployment: Rule = ({ first, last }, { employment }) => {
  const on = notEmployedOn(employment, first, last)
  return on && { type: 'NotEmployed', on }
}

const somethingToCharge: Rule = (wish) =>
  chargesOf(wish).length > 0 ? undefined : { type: 'NoWorkingDay', first: wish.first, last: wish.last }

/** All halves named count, worked or not. */
const noOverlap: Rule = (wish, state) => {
  const other = state.requests.find(
    (asked) => (asked.status === 'pending' || asked.status === 'approved') && overlap(asked, wish),
  )
  if (!other) return undefined
  const { request, first, firstPart, last, lastPart } = other
  return { type: 'Overlaps', request, first, firstPart, last, lastPart }
}

/** Against accepted leave only: what is pending reserves nothing (docs/adr/0002-pending-reserves-nothing.md). */
const enoughLeft: Rule = (wish, state) => notEnoughLeft(state, { ...wish, charges: chargesOf(wish) })

export const requestRules: readonly Rule[] = [
  knownType,
  aRange,
  withinEmployment,
  somethingToCharge,
  noOverlap,
  enoughLeft,
]

export const firstRefusal = (rules: readonly Rule[], wish: Asking, state: State): NotRequestable | undefined => {
  for (const rule of rules) {
    const refusal = rule(wish, state)
    if (refusal) return refusal
  }
  return undefined
}
