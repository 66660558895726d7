import type { Amount, LocalDate } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Charge } from '../time/charged.ts'
import { type BelowFloor, belowFloor, type Year } from './below-floor.ts'
import { NEW_LEAVE, withLeave } from './with-leave.ts'

/**
 * `asked` and `available` are of the year (between two carry-overs) of `on`, the first day on which the balance would not reach:
 * what is asked for in it, and what days asked for in earlier years take from what is carried into it.
 */
export type NotEnoughLeft = {
  readonly type: 'NotEnoughLeft'
  readonly asked: Amount
  readonly available: Amount
  readonly on: LocalDate
}

/**
 * Why these days cannot be accepted: on some day, next year included, the balance would be below the floor in force and lower
 * than without them. `leave`: the request that they are of, pending or accepted; then its own days make room.
 */
export const notCovered = (
  facts: Facts,
  leaveType: string,
  wish: readonly Charge[],
  leave: string = NEW_LEAVE,
): NotEnoughLeft | undefined => {
  const accepted = facts.leaves.find(({ id, status }) => id === leave && status === 'accepted')?.charges
  if (isPartOf(wish, accepted ?? [])) return undefined
  const raises = (year: Year) => !accepted || within(wish, year) > within(accepted, year)
  const short = belowFloor(facts, withLeave(facts, { leave, leaveType, charges: wish }), leaveType, raises)
  const beyond = ({ first }: Year) => chargedOn(wish, first) - chargedOn(accepted ?? [], first)
  const asked = ({ year, lower }: BelowFloor) => within(wish, year) + Math.max(0, lower - beyond(year))
  return notEnough(facts, leaveType, short, (day) => asked(day) || total(wish))
}

/** What is asked for in the year of the first day that is short, and how much less would do. */
export const notEnough = (
  facts: Facts,
  leaveType: string,
  days: readonly BelowFloor[],
  askedFor: (first: BelowFloor) => Parts,
): NotEnoughLeft | undefined => {
  const [first] = days
  if (!first) return undefined
  const { on, year } = first
  const short = Math.max(...days.filter((day) => day.year.first === year.first).map((day) => day.short))
  const unit = policyOn(facts, leaveType, on)?.policy.unit ?? 'day'
  const asked = askedFor(first)
  return { type: 'NotEnoughLeft', asked: { unit, n: asked }, available: { unit, n: asked - short }, on }
}

/** Whether no day charges more than before: then nothing is taken. */
const isPartOf = (wish: readonly Charge[], accepted: readonly Charge[]): boolean =>
  wish.every(({ day }) => chargedOn(wish, day) <= chargedOn(accepted, day))

const chargedOn = (charges: readonly Charge[], date: LocalDate): Parts =>
  total(charges.filter(({ day }) => day === date))

const within = (charges: readonly Charge[], { first, last }: Year): Parts =>
  total(charges.filter(({ day }) => first <= day && day <= last))

const total = (charges: readonly Charge[]): Parts => charges.reduce((sum, { n }) => sum + n, 0)
